using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Rules.Shapes;

/// <summary>When a level is reached: <c>{"share":0.6}</c>, <c>{"beforeDue":"PT2H"}</c> or <c>{"afterDue":"PT4H"}</c>.</summary>
internal static class LevelTimeShape
{
    private const string Share = "share";
    private const string Before = "beforeDue";
    private const string After = "afterDue";

    internal static ChoiceShape<LevelTime> Shape { get; } = new(
    [
        (Share, new ObjectShape<LevelTime>(OfLimit), time => time.Share is not null),
        (Before, new ObjectShape<LevelTime>(BeforeDue), time => time is { Share: null } && time.Offset < Duration.Zero),
        (After, new ObjectShape<LevelTime>(AfterDue), time => time is { Share: null } && time.Offset >= Duration.Zero),
    ]);

    private static Func<MemberValues<LevelTime>, Place, LevelTime?> OfLimit(MemberTable<LevelTime> table)
    {
        var share = table.Must(Share, new DecimalShape(LevelTime.LeastShare, LevelTime.MostShare, ShareFault), time => time.Share ?? 0, "The share of the limit that is used up, such as 0.6; 1 is the due time itself.");
        return (values, _) => LevelTime.OfLimit(values.Of(share));
    }

    private static Func<MemberValues<LevelTime>, Place, LevelTime?> BeforeDue(MemberTable<LevelTime> table)
    {
        var open = table.Must(Before, Texts.Length(isElapsed: false, time => time > Duration.Zero && time <= LevelTime.Longest ? null : "It lies more than zero and at most 10,000 hours of working time before the due time."), time => -time.Offset, "Working time before the due time, such as PT2H.");
        return (values, _) => LevelTime.BeforeDue(values.Of(open));
    }

    private static Func<MemberValues<LevelTime>, Place, LevelTime?> AfterDue(MemberTable<LevelTime> table)
    {
        var open = table.Must(After, Texts.Length(isElapsed: false, time => time <= LevelTime.Longest ? null : "It lies at most 10,000 hours of working time after the due time."), time => time.Offset, "Working time after the due time, such as PT4H; PT0S is the due time itself.");
        return (values, _) => LevelTime.AfterDue(values.Of(open));
    }

    private static string? ShareFault(decimal share) =>
        share is >= LevelTime.LeastShare and <= LevelTime.MostShare && decimal.Round(share, 4) == share ? null : "A share is 0.0001 to 100 with at most four decimal places.";
}
