using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Insights;

public sealed class ApplicationPathTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void Steps_stand_in_the_order_of_time_and_equal_instants_keep_the_order_given()
    {
        Assert.Throws<ArgumentException>(() => Path(("interview", 24), ("applied", 0)));

        var path = Path(("applied", 0), ("screening", 5), ("check", 5));

        Assert.Equal(["applied", "screening", "check"], path.Steps.Select(step => step.Step.Value));
        Assert.Equal(Monday, path.StartedAt);
    }

    [Fact]
    public void A_path_refuses_missing_names_and_steps()
    {
        Assert.Throws<ArgumentException>(() => Path() with { Candidate = default });
        Assert.Throws<ArgumentException>(() => Path() with { Application = default });
        Assert.Throws<ArgumentException>(() => Path() with { Steps = default });
        Assert.Throws<ArgumentException>(() => new PathStep { Step = default, At = Monday });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PathStep { Step = StageKey.From("applied"), At = Monday, Precision = (Precision)9 });
        Assert.Throws<ArgumentNullException>(() => Path() with { Zone = null! });
    }

    [Fact]
    public void As_of_an_instant_keeps_what_happened_until_then_itself_included()
    {
        var path = Path(("applied", 0), ("interview", 24), ("rejected", 48)) with
        {
            Outcome = PathOutcome.Ended(OutcomeKind.Rejected, At(48)),
        };

        Assert.Null(path.AsOf(At(-1)));
        Assert.Same(path, path.AsOf(At(48)));
        var earlier = path.AsOf(At(47))!;
        Assert.Equal(2, earlier.Steps.Length);
        Assert.Equal(PathOutcome.Open, earlier.Outcome);
        Assert.Null(earlier.FirstRejectedAt);
        Assert.Single(path.AsOf(At(0))!.Steps);
    }

    [Fact]
    public void A_rejection_that_was_taken_back_stays_known()
    {
        var path = Path(("applied", 0)) with
        {
            Outcome = PathOutcome.Ended(OutcomeKind.Hired, At(72)),
            FirstRejectedAt = At(24),
        };

        Assert.Equal(At(24), path.AsOf(At(30))!.FirstRejectedAt);
        Assert.Null(path.AsOf(At(23))!.FirstRejectedAt);
        Assert.Equal(At(5), (Path() with { Outcome = PathOutcome.Ended(OutcomeKind.Rejected, At(5)) }).FirstRejectedAt);
    }

    [Fact]
    public void Only_an_end_has_an_instant()
    {
        Assert.Null(default(PathOutcome).At);
        Assert.Equal(OutcomeKind.Open, default(PathOutcome).Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => PathOutcome.Ended(OutcomeKind.Open, Monday));
        Assert.Throws<ArgumentOutOfRangeException>(() => PathOutcome.Ended((OutcomeKind)9, Monday));
        Assert.Throws<ArgumentOutOfRangeException>(() => PathOutcome.Ended(OutcomeKind.Hired, Monday, (Precision)9));
    }

    private static Instant At(int hours) => Monday + Duration.FromHours(hours);

    private static ApplicationPath Path(params (string Step, int Hours)[] steps) => new()
    {
        Candidate = CandidateId.From("c-1"),
        Application = JobApplicationId.From("a-1"),
        Steps = [.. steps.Select(step => new PathStep { Step = StageKey.From(step.Step), At = At(step.Hours) })],
    };
}
