using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Reads scores from the store.</summary>
internal sealed class EngagementService(
    TenantId tenant, TenantRules rules, TenantScan scan, TimelineReader reader, RelationshipEngine engine, IClock clock) : IEngagement
{
    internal required BacktestService Backtests { get; init; }

    internal required JobDesk Jobs { get; init; }

    public async ValueTask<ScoreExplanation?> ExplainAsync(
        CandidateId candidate, ScoreKey score, Instant? asOf = null, decimal fadedBelow = 1m, CancellationToken cancellationToken = default)
    {
        ScoreBounds.Checked(fadedBelow, ScoreBounds.Threshold(fadedBelow), nameof(fadedBelow));
        var key = new RelationshipKey(tenant, candidate);
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(key, cancellationToken).ConfigureAwait(false));
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var scorer = new ScoreEngine(ModelOf(score, log.At(at)));
        var line = await reader.ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        var known = KnownBy(at, line, out var later, out var takenBack);
        if (known.Count == 0)
        {
            return null;
        }

        // Alarms between two touchpoints move the band as well, so that it is the relationship's, not that of the touchpoints alone.
        var (touches, state) = engine.TouchesOfScores(key, known, log, at);
        var explanation = scorer.Explain(touches.All, at, fadedBelow);
        explanation = explanation with { Ignored = explanation.Ignored! with { AfterInstant = later, NothingNew = touches.NothingNew, TakenBack = takenBack } };
        return state.Engagement?.Scores.FirstOrDefault(s => s.State.Model == score) is { } tracked ? explanation with { Band = tracked.State.Band } : explanation;
    }

    public async ValueTask<RelationshipEffort> MeasureAsync(Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var at = Microseconds.Floor(asOf ?? clock.GetCurrentInstant());
        var tally = new EffortTally();
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var line = await reader.ReadTrueAsync(relationship.Key, cancellationToken).ConfigureAwait(false);
            tally.Add([.. line.Where(one => one.OccurredAt <= at && one.Class == EntryClass.Fact)]);
        }

        return tally.At(at);
    }

    public async ValueTask<IReadOnlyList<RankedCandidate>> TopAsync(ScoreKey score, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var now = clock.GetCurrentInstant();
        var model = ModelOf(score, (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(now));
        var scorer = new ScoreEngine(model);
        var best = new SortedSet<RankedCandidate>(RankOrder.Instance);
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            if (await RankedAsync(relationship, model, scorer, now, cancellationToken).ConfigureAwait(false) is { } ranked && best.Add(ranked) && best.Count > count)
            {
                best.Remove(best.Max!);
            }
        }

        return [.. best];
    }

    public async ValueTask<BacktestReport> BacktestAsync(BacktestTerms terms, IProgress<BacktestProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var now = clock.GetCurrentInstant();
        var inForce = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(now);
        return await Backtests.RunAsync(terms, inForce, now, progress, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Job> RescoreAsync(Actor by, string why = "", CancellationToken cancellationToken = default)
    {
        var order = RescoreWork.OrderOf(by, WhyText.Optional(why, nameof(why)), clock.GetCurrentInstant());
        return (await Jobs.StartAsync(tenant, JobIds.OfScores, order, cancellationToken).ConfigureAwait(false)).ToJob();
    }

    /// <summary>Returns what a line says up to and with an instant, without what was taken back, whenever that was; and counts the facts that are left out.</summary>
    private static List<TimelineEvent> KnownBy(Instant at, List<TimelineEvent> line, out int later, out int takenBack)
    {
        var retracted = Retracted.Of(line);
        var told = line.ToLookup(one => (IsLater: one.OccurredAt > at, IsTaken: retracted?.Takes(one) == true));
        later = told[(true, false)].Count(one => one.Entry is IFact and not FactsRetracted);
        takenBack = told[(false, true)].Count();
        return [.. told[(false, false)]];
    }

    private async ValueTask<RankedCandidate?> RankedAsync(Relationship relationship, ScoringModel model, ScoreEngine scorer, Instant now, CancellationToken cancellationToken)
    {
        // Clocks of two systems differ a little: a touchpoint may lie a moment ahead of ours.
        var at = Instant.Max(now, relationship.Cursor.At);
        var settled = await reader.SettleAsync(relationship, at, cancellationToken).ConfigureAwait(false);
        var tracked = settled.Engagement?.Scores.FirstOrDefault(s => s.State.Model == model.Key);
        return tracked is null || tracked.State.ModelVersion != model.Version
            ? null
            : new RankedCandidate
            {
                Candidate = relationship.Key.Candidate,
                Score = scorer.Score(tracked.State, at),
                Band = tracked.State.Band ?? default,
            };
    }

    private static ScoringModel ModelOf(ScoreKey score, CrmRules inForce) =>
        inForce.Scores.FirstOrDefault(model => model.Key == score)
        ?? throw new ArgumentException($"The rules have no score {score}. Known are {string.Join(", ", inForce.Scores.Select(model => model.Key))}.", nameof(score));
}
