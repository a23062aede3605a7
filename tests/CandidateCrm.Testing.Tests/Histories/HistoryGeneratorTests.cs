using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Testing.Tests.Histories;

public sealed class HistoryGeneratorTests
{
    private static readonly Arbitrary<HistoryPlan> Plans = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from facts in Gen.Choose(1, 300)
        from days in Gen.Choose(1, 900)
        select new HistoryPlan { Seed = seed, Facts = facts, Days = days });

    [Fact]
    public void The_same_plan_gives_the_same_history() => Prop.ForAll(Plans, plan =>
        HistoryGenerator.Generate(plan).SequenceEqual(HistoryGenerator.Generate(plan))).Check(Tries.Of());

    [Fact]
    public void Another_seed_gives_another_history() =>
        Assert.NotEqual(
            HistoryGenerator.Generate(new HistoryPlan { Seed = 1, Candidate = "anna" }),
            HistoryGenerator.Generate(new HistoryPlan { Seed = 2, Candidate = "anna" }));

    [Fact]
    public void A_history_has_as_many_facts_as_asked_within_its_days() => Prop.ForAll(Plans, plan =>
    {
        var facts = HistoryGenerator.Generate(plan).DistinctBy(f => f.EventId).ToArray();
        return facts.Length == plan.Facts
            && facts[0].OccurredAt == plan.Start
            && facts.Zip(facts.Skip(1)).All(p => p.First.OccurredAt <= p.Second.OccurredAt)
            && facts[^1].OccurredAt <= plan.Start + Duration.FromDays(plan.Days);
    }).Check(Tries.Of());

    [Fact]
    public void A_history_could_have_happened() => Prop.ForAll(Plans, plan => IsPossible(HistoryGenerator.GenerateEvents(plan))).Check(Tries.Of());

    [Fact]
    public void A_repetition_tells_the_same_again() => Prop.ForAll(Plans, plan =>
        HistoryGenerator.GenerateEvents(plan).GroupBy(e => e.Id).All(g => g.All(e => e.SameRulePart(g.First())))).Check(Tries.Of());

    [Fact]
    public void Histories_have_collisions_repetitions_and_reopenings()
    {
        var plan = new HistoryPlan { Seed = 17, Facts = 2_000 };
        var facts = HistoryGenerator.Generate(plan);
        var distinct = facts.DistinctBy(f => f.EventId).ToArray();

        Assert.InRange(facts.Length - distinct.Length, 60, 200);
        Assert.InRange(distinct.Length - distinct.DistinctBy(f => f.OccurredAt).Count(), 150, 400);
        Assert.Contains(facts, f => f.Fact is ApplicationReopened);
        Assert.Contains(facts, f => f.Fact is CandidateHired);
        Assert.All(Expected, type => Assert.Contains(facts, f => f.Fact.GetType() == type));
        Assert.Contains(facts, f => f.Fact is TouchpointRecorded { Answers: TouchAnswer.Ending });
        Assert.Contains(facts, f => f.Fact is ApplicationEnded { Disposition: Disposition.Rejected } && !f.Actor.Person.IsAssigned);
        Assert.All(facts.Where(f => f.Fact is ApplicationReviewed), f => Assert.True(f.Actor.Person.IsAssigned));
        Assert.Equal(2_000, HistoryGenerator.Generate(plan with { CollisionOneIn = 0, RepetitionOneIn = 0 }).DistinctBy(f => f.OccurredAt).Count());
    }

    [Fact]
    public void A_shuffled_history_has_the_same_facts_in_another_order()
    {
        var plan = new HistoryPlan { Seed = 17 };
        var told = HistoryGenerator.Generate(plan with { Shuffled = true });

        Assert.NotEqual(HistoryGenerator.Generate(plan).AsEnumerable(), told);
        Assert.Equal(HistoryGenerator.Generate(plan).Select(f => f.EventId.Value).Order(StringComparer.Ordinal), told.Select(f => f.EventId.Value).Order(StringComparer.Ordinal));
    }

    private static Type[] Expected { get; } =
    [
        typeof(ApplicationDrafted), typeof(ProspectAdded), typeof(ProspectConverted), typeof(ApplicationCopied), typeof(ApplicationTransferred), typeof(ApplicationsMerged),
        typeof(InterviewScheduled), typeof(InterviewRescheduled), typeof(InterviewCancelled), typeof(InterviewMissed), typeof(InterviewHeld), typeof(FeedbackGiven),
        typeof(OfferMade), typeof(OfferAccepted), typeof(OfferDeclined), typeof(OfferWithdrawn), typeof(ApplicationReviewed),
    ];

    /// <summary>Applications live from submission, conversion or copy to their end, and again from a re-opening.</summary>
    private static bool IsPossible(IEnumerable<TimelineEvent> events)
    {
        var live = new HashSet<JobApplicationId>();
        var ended = new HashSet<JobApplicationId>();
        var before = new HashSet<JobApplicationId>();
        return events.DistinctBy(e => e.Id).OrderBy(e => e.Place).All(e => e.Entry switch
        {
            ApplicationDrafted drafted => !live.Contains(drafted.Application) && before.Add(drafted.Application),
            ProspectAdded prospect => !live.Contains(prospect.Application) && before.Add(prospect.Application),
            ProspectConverted converted => before.Remove(converted.Application) && live.Add(converted.Application),
            ApplicationCopied copy => live.Contains(copy.From) && live.Add(copy.Application),
            ApplicationsMerged merged => merged.Application != merged.Duplicate && live.Contains(merged.Application) && live.Remove(merged.Duplicate),
            ApplicationReviewed reviewed => ended.Contains(reviewed.Application),
            ApplicationSubmitted submitted => !ended.Contains(submitted.Application) && live.Add(submitted.Application),
            ApplicationEnded end => live.Remove(end.Application) && ended.Add(end.Application),
            CandidateHired hired => live.Remove(hired.Application),
            ApplicationReopened reopened => ended.Remove(reopened.Application) && live.Add(reopened.Application),
            IApplicationFact fact => live.Contains(fact.Application),
            TouchpointRecorded { Answers: TouchAnswer.Ending } answer => ended.Contains(answer.Application),
            TouchpointRecorded touch => !touch.Application.IsAssigned || live.Contains(touch.Application),
            _ => e.Entry is CandidateFound,
        });
    }
}
