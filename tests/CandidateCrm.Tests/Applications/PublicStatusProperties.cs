using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

public sealed class PublicStatusProperties
{
    private const int Minutes = 40;
    private static readonly Config Thorough = Tries.Of(500);

    private static Arbitrary<Day[]> Days { get; } = Arb.From(
        from days in (from minute in Gen.Choose(0, Minutes)
                      from step in Gen.Choose(-2, 4)
                      from reason in Gen.Choose(0, 3)
                      select new Day(minute, step, reason == 0)).ListOf()
        select days.OrderBy(day => day.Minute).ToArray());

    private static Arbitrary<PublicDelay?[]> Delays { get; } = Arb.From(
        (from awaits in Gen.Elements(true, false)
         from least in Gen.Choose(0, 6)
         from more in Gen.Choose(-1, 9)
         select !awaits && least == 0 ? null : new PublicDelay
         {
             AwaitsMessage = awaits, AtLeast = Duration.FromMinutes(least), AtMost = awaits && more >= 0 ? Duration.FromMinutes(least + more) : null,
         }).ArrayOf(4));

    [Fact]
    public void What_is_shown_each_minute_is_that_of_the_oracle() =>
        Check.One(Thorough, Prop.ForAll(Days, Delays, (days, delays) => Walk(Definition(delays), days).Select(each => each?.Step).SequenceEqual(new PublicStatusOracle(Definition(delays), days).Shown(Minutes))));

    [Fact]
    public void No_step_back_without_a_reason() =>
        Check.One(Thorough, Prop.ForAll(Days, Delays, (days, delays) =>
        {
            var definition = Definition(delays);
            PublicStanding? standing = null;
            foreach (var day in days)
            {
                var before = standing is null ? null : PublicStatusEngine.TimePassed(standing, At(day.Minute) - Duration.Epsilon);
                var isOld = standing is not null && IsBack(definition, standing, before!) && !standing.Waiting!.Reason.IsAssigned;
                standing = After(definition, before, day);
                var reason = day.Step == -2 ? before?.Waiting?.Reason.IsAssigned == true : day.HasReason;
                if (isOld || (before is not null && IsBack(definition, before, standing!) && !reason))
                {
                    return false;
                }
            }

            return true;
        }));

    [Fact]
    public void Nothing_changes_between_events_before_what_waits_is_due() =>
        Check.One(Thorough, Prop.ForAll(Days, Delays, (days, delays) =>
            Walk(Definition(delays), days).Where(each => each?.Waiting is { ShowsAt: not null }).All(each => ReferenceEquals(PublicStatusEngine.TimePassed(each!, each!.Waiting!.ShowsAt!.Value - Duration.Epsilon), each))));

    internal static Instant At(int minute) => Instant.FromUtc(2026, 3, 2, 12, 0) + Duration.FromMinutes(minute);

    internal static PublicStepKey Step(int number) => PublicStepKey.From($"step-{number}");

    /// <summary>Walks the engine as the fold does: events in order, alarms after the events of their instant.</summary>
    private static IEnumerable<PublicStanding?> Walk(PublicStatusDefinition definition, Day[] days)
    {
        PublicStanding? standing = null;
        for (var minute = 0; minute <= Minutes; minute++)
        {
            foreach (var day in days.Where(day => day.Minute == minute))
            {
                standing = After(definition, standing, day);
            }

            standing = standing is null ? null : PublicStatusEngine.TimePassed(standing, At(minute));
            yield return standing;
        }
    }

    private static PublicStanding? After(PublicStatusDefinition definition, PublicStanding? standing, Day day) => day.Step == -2
        ? standing is null ? null : PublicStatusEngine.Told(standing, At(day.Minute))
        : PublicStatusEngine.Move(definition, standing, new PublicMove { To = day.Step < 0 ? default : Step(day.Step), At = At(day.Minute), Reason = day.HasReason ? ReasonCode.From("asked") : default });

    private static bool IsBack(PublicStatusDefinition definition, PublicStanding before, PublicStanding after) => definition.IndexOf(after.Step) < definition.IndexOf(before.Step);

    private static PublicStatusDefinition Definition(PublicDelay?[] delays) => PublicStatusDefinition.Default with
    {
        Steps = [.. Enumerable.Range(0, 5).Select(i => PublicStatusDefinition.Default.Steps[0] with { Key = Step(i), Delay = i == 0 ? null : delays[i - 1] })],
    };

    /// <summary>One thing that happens: a move to a step, -1 a move to a stage that no row names, -2 a message.</summary>
    internal sealed record Day(int Minute, int Step, bool HasReason);
}
