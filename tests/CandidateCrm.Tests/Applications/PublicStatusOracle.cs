using CandidateCrm.Applications;

namespace CandidateCrm.Tests.Applications;

/// <summary>Says minute by minute what is shown, by looking back at everything that happened since the last move.</summary>
internal sealed class PublicStatusOracle(PublicStatusDefinition definition, PublicStatusProperties.Day[] days)
{
    internal IEnumerable<PublicStepKey?> Shown(int minutes)
    {
        PublicStepKey? shown = null;
        int? asked = null;
        for (var minute = 0; minute <= minutes; minute++)
        {
            for (var i = 0; i < days.Length; i++)
            {
                if (days[i].Minute == minute && days[i].Step != -2)
                {
                    asked = IsNews(shown, days[i]) ? Kept(asked, shown, i) : null;
                    shown ??= definition.Steps[0].Key;
                }

                // A message shows at once what may be shown by then.
                if (days[i].Minute == minute && asked is { } move && (IsFirstWord(move, i) || Delay(move) is null) && IsDue(move, i, minute, byTime: false))
                {
                    shown = PublicStatusProperties.Step(days[move].Step);
                    asked = null;
                }
            }

            if (asked is { } waiting && IsDue(waiting, days.Length - 1, minute, byTime: true))
            {
                shown = PublicStatusProperties.Step(days[waiting].Step);
                asked = null;
            }

            yield return shown;
        }
    }

    private int Kept(int? asked, PublicStepKey? shown, int now) => asked is { } before && days[before].Step == days[now].Step && shown is not null ? before : now;

    private bool IsNews(PublicStepKey? shown, PublicStatusProperties.Day day) =>
        day.Step >= 0 && (shown is null ? day.Step > 0 : PublicStatusProperties.Step(day.Step) != shown && (day.HasReason || day.Step > definition.IndexOf(shown.Value)));

    // A second message says nothing new: what is told already waits for the time alone.
    private bool IsFirstWord(int move, int now) => days[now].Step == -2 && days[(move + 1)..now].All(day => day.Step != -2);

    private PublicDelay? Delay(int move) => definition.Steps[days[move].Step].Delay;

    private bool IsDue(int move, int last, int minute, bool byTime)
    {
        var began = days[move].Minute;
        if (Delay(move) is not { } delay)
        {
            return true;
        }

        var waited = Duration.FromMinutes(minute - began);
        var isTold = days[(move + 1)..(last + 1)].Any(day => day.Step == -2 && day.Minute <= minute);
        return waited >= delay.AtLeast && (delay.AwaitsMessage ? isTold || (byTime && waited >= delay.AtMost) : byTime);
    }
}
