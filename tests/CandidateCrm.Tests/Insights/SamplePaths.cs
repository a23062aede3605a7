using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Insights;

/// <summary>Paths for tests: hand-written ones, and random ones with equal instants, dates alone, repeats, returns, empty ones and contradictions.</summary>
internal static class SamplePaths
{
    private static readonly string[] Steps = ["applied", "screening", "interview", "offer", "background-check", "note"];
    private static readonly DateTimeZone[] Zones = [DateTimeZone.Utc, DateTimeZoneProviders.Tzdb["Asia/Tokyo"]];
    private static readonly string?[] People = [null, "anna", "bert"];

    internal static Instant Monday { get; } = Instant.FromUtc(2026, 3, 2, 9, 0);

    internal static FunnelDefinition Funnel { get; } = FunnelOf("applied", "screening", "interview", "offer");

    internal static InsightsQuestion Question { get; } = new()
    {
        AsOf = At(10_000),
        Funnel = Funnel,
        Spans =
        [
            new StepSpan { From = Stage("interview"), To = Stage("offer") },
            new StepSpan { From = Stage("interview"), To = Stage("offer"), Start = SpanStart.Last },
        ],
    };

    internal static Arbitrary<ApplicationPath[]> Many { get; } = Arb.From(Gen.ArrayOf(Random()).Resize(12));

    internal static StageKey Stage(string text) => StageKey.From(text);

    internal static FunnelDefinition FunnelOf(params string[] stages) => new() { Stages = [.. stages.Select(StageKey.From)] };

    internal static Instant At(long hours) => Monday + Duration.FromHours(hours);

    internal static ApplicationPath Path(params (string Step, int Hours)[] steps) => PathOf("c-1", steps);

    internal static ApplicationPath PathOf(string candidate, params (string Step, int Hours)[] steps) => new()
    {
        Candidate = CandidateId.From(candidate),
        Application = JobApplicationId.From("a-" + candidate),
        Steps = [.. steps.Select(step => new PathStep { Step = Stage(step.Step), At = At(step.Hours) })],
    };

    internal static ApplicationPath Ended(this ApplicationPath path, OutcomeKind kind, int hours) =>
        path with { Outcome = PathOutcome.Ended(kind, At(hours)) };

    /// <summary>Knows a step by its date alone, without moving it to the start of that date.</summary>
    internal static ApplicationPath ByDay(this ApplicationPath path, int step) =>
        path with { Steps = path.Steps.SetItem(step, path.Steps[step] with { Precision = Precision.Day }) };

    /// <summary>A time as the pages define it: exact, or with a date alone at an end the midnights in between.</summary>
    internal static Duration SlowTime(ApplicationPath path, PathStep from, Instant to, Precision known)
    {
        if (from.Precision != Precision.Day && known != Precision.Day)
        {
            return to - from.At;
        }

        var (first, last) = (from.At.InZone(path.Zone).Date, to.InZone(path.Zone).Date);
        var days = 0;
        for (; first < last; first = first.PlusDays(1))
        {
            days++;
        }

        return Duration.FromDays(first > last ? -1 : days);
    }

    /// <summary>A report as text: every public property of every part.</summary>
    internal static string Text(object report) => JsonSerializer.Serialize(report);

    private static Gen<ApplicationPath> Random() =>
        from candidate in Gen.Choose(1, 4)
        from start in Gen.Choose(0, 40)
        from steps in Gen.ArrayOf(RandomStep()).Resize(7)
        from kind in Gen.Choose(0, 4)
        from end in Gen.Choose(-3, 120)
        from known in Known
        select Assemble(candidate, start, steps, (OutcomeKind)kind, (end, known));

    private static Gen<Precision> Known => Gen.Frequency((3, Gen.Constant(Precision.Instant)), (1, Gen.Constant(Precision.Day)));

    private static Gen<(int Step, int Gap, int By, Precision Known)> RandomStep() =>
        from step in Gen.Choose(0, Steps.Length - 1)
        from gap in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 30)))
        from person in Gen.Choose(0, People.Length - 1)
        from known in Known
        select (step, gap, person, known);

    private static ApplicationPath Assemble(int candidate, int start, (int Step, int Gap, int By, Precision Known)[] steps, OutcomeKind kind, (int Hours, Precision Known) end)
    {
        var hour = start;
        return new ApplicationPath
        {
            Candidate = CandidateId.From("c-" + candidate),
            Application = JobApplicationId.From("a"),
            Zone = Zones[candidate % Zones.Length],
            Steps =
            [
                .. steps.Select(step => new PathStep
                {
                    Step = Stage(Steps[step.Step]),
                    At = At(hour += step.Gap),
                    Precision = step.Known,
                    By = People[step.By] is { } name ? PersonId.From(name) : null,
                }),
            ],
            Outcome = kind == OutcomeKind.Open ? PathOutcome.Open : PathOutcome.Ended(kind, At(start + end.Hours), end.Known),
        };
    }
}
