using CandidateCrm.Applications;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>What is remembered of applications that ended, and who is a silver medallist.</summary>
public sealed class MemoryTests
{
    private static readonly Instant At = Histories.Start;

    private static DispositionTaxonomy Reasons { get; } = new()
    {
        Key = TaxonomyKey.From("reasons"),
        Reasons = [.. Enum.GetValues<ReasonKind>().Select(kind => new DispositionReason { Code = Code(kind), Name = $"{kind}", Dispositions = [Disposition.Rejected], Kind = kind })],
    };

    [Theory]
    [InlineData(Disposition.Rejected, ReasonKind.SecondBest, StageCategory.Other, true)]
    [InlineData(Disposition.Rejected, ReasonKind.SecondBest, StageCategory.Offer, true)]
    [InlineData(Disposition.Rejected, ReasonKind.Timing, StageCategory.Interview, true)]
    [InlineData(Disposition.Rejected, ReasonKind.Process, StageCategory.Offer, true)]
    [InlineData(Disposition.Rejected, ReasonKind.Timing, StageCategory.Assessment, false)]
    [InlineData(Disposition.Rejected, ReasonKind.Qualification, StageCategory.Offer, false)]
    [InlineData(Disposition.Rejected, ReasonKind.Compensation, StageCategory.Offer, false)]
    [InlineData(Disposition.Rejected, ReasonKind.Location, StageCategory.Offer, false)]
    [InlineData(Disposition.Rejected, ReasonKind.Other, StageCategory.Offer, false)]
    [InlineData(Disposition.PositionClosed, ReasonKind.Other, StageCategory.Interview, true)]
    [InlineData(Disposition.PositionClosed, ReasonKind.Other, StageCategory.Screen, false)]
    [InlineData(Disposition.Withdrew, ReasonKind.Other, StageCategory.Offer, false)]
    [InlineData(Disposition.SelfDeselected, ReasonKind.Other, StageCategory.Offer, false)]
    public void Who_came_far_or_was_second_is_a_silver_medallist(Disposition disposition, ReasonKind kind, StageCategory reached, bool isSilver)
    {
        var memory = Assert.Single(ApplicationMemories.Of(new ApplicationsSlice { All = [Ended("app-1", disposition, Code(kind), reached)] }, Reasons));

        Assert.Equal((isSilver, kind, reached, "far"), (memory.IsSilverMedallist, memory.ReasonKind, memory.ReachedCategory, memory.Reached.Value));
    }

    [Fact]
    public void Without_a_taxonomy_a_reason_is_about_nothing_in_particular() =>
        Assert.Equal(ReasonKind.Other, Assert.Single(ApplicationMemories.Of(new ApplicationsSlice { All = [Ended("app-1", Disposition.Rejected, Code(ReasonKind.SecondBest), StageCategory.Offer)] }, dispositions: null)).ReasonKind);

    [Fact]
    public void Only_what_was_an_application_and_failed_is_remembered_the_latest_first()
    {
        var ended = Ended("app-1", Disposition.Rejected, default, StageCategory.Other);
        var slice = new ApplicationsSlice
        {
            All =
            [
                ended,
                ended with { Application = JobApplicationId.From("live"), Ending = null },
                ended with { Application = JobApplicationId.From("hired"), Ending = ended.Ending! with { Disposition = Disposition.Hired } },
                ended with { Application = JobApplicationId.From("twice"), Ending = ended.Ending! with { Disposition = Disposition.Duplicate } },
                ended with { Application = JobApplicationId.From("prospect"), Ending = ended.Ending! with { From = ApplicationStatus.Prospect } },
                ended with { Application = JobApplicationId.From("gone"), Ending = null, Status = ApplicationStatus.Removed },
                ended with { Application = JobApplicationId.From("app-2"), Ending = ended.Ending! with { At = At + Duration.FromDays(1) } },
            ],
        };

        Assert.Equal(["app-2", "app-1"], ApplicationMemories.Of(slice, Reasons).Select(memory => memory.Application.Value));
        Assert.Empty(ApplicationMemories.Of(applications: null, Reasons));
    }

    [Fact]
    public async Task What_was_reached_and_why_it_ended_survives_in_the_state()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything).Dispositions(Reasons with { NeedingReason = [] }));
        var app = JobApplicationId.From("app-1");
        await crm.HappenAsync("s", At, new ApplicationSubmitted { Application = app, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("i", At + Duration.FromDays(1), new StageEntered { Application = app, Stage = StageKey.From("final"), Category = StageCategory.Interview });
        await crm.HappenAsync("b", At + Duration.FromDays(2), new StageEntered { Application = app, Stage = StageKey.From("screening"), Category = StageCategory.Screen });
        await crm.HappenAsync("e", At + Duration.FromDays(3), new ApplicationEnded { Application = app, Disposition = Disposition.Rejected, Reason = Code(ReasonKind.SecondBest) });
        var memory = Assert.Single(await crm.Acme.Applications.RememberAsync(Histories.Anna.Candidate));

        Assert.Equal(
            ("req-1", "final", StageCategory.Interview, Disposition.Rejected, ReasonKind.SecondBest, true),
            (memory.Requisition.Value, memory.Reached.Value, memory.ReachedCategory, memory.Disposition, memory.ReasonKind, memory.IsSilverMedallist));
        Assert.Equal(At + Duration.FromDays(3), memory.EndedAt);
    }

    private static ReasonCode Code(ReasonKind kind) => ReasonCode.From($"reason-{(int)kind}");

    private static ApplicationState Ended(string id, Disposition disposition, ReasonCode reason, StageCategory reached) => new()
    {
        Application = JobApplicationId.From(id),
        StageSince = At,
        Furthest = StageKey.From("far"),
        FurthestCategory = reached,
        Ending = new ApplicationEnding { Disposition = disposition, Reason = reason, At = At },
    };
}
