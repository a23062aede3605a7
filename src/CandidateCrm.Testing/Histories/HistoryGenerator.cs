using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>
/// Makes histories that could have happened: drafts, prospects, submissions, moves, interviews with feedback, offers, copies, transfers and merges;
/// applications end once, by a person where they are rejected, and may be re-opened or hired; whoever was rejected is mostly told. Messages go both ways;
/// some facts share an instant, some are told twice.
/// </summary>
public static class HistoryGenerator
{
    /// <summary>Returns the facts of a plan, in the order of telling: of happening, unless the plan says shuffled.</summary>
    public static ImmutableArray<HostFact> Generate(HistoryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var random = new RepeatableRandom(plan.Seed);
        var walk = new HistoryWalk(plan, random);
        var facts = new List<HostFact>(plan.Facts + (plan.Facts / 8));
        for (var i = 0; i < plan.Facts; i++)
        {
            facts.Add(walk.Next(i));
            if (plan.RepetitionOneIn > 0 && random.OneIn(plan.RepetitionOneIn))
            {
                facts.Add(facts[random.Next(facts.Count)]);
            }
        }

        var told = facts.ToArray();
        if (plan.Shuffled)
        {
            random.Shuffle<HostFact>(told);
        }

        return [.. told];
    }

    /// <summary>Returns the facts of a plan as events, recorded when they happened.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tenant">The tenant; <see cref="TenantId.Single"/> where none is given.</param>
    public static ImmutableArray<TimelineEvent> GenerateEvents(HistoryPlan plan, TenantId tenant = default) =>
        [.. Generate(plan).Select(f => f.ToEvent(tenant.IsAssigned ? tenant : TenantId.Single, f.OccurredAt, DateTimeZone.Utc))];
}
