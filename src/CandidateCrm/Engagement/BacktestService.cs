using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Takes the samples of a back-test from the timelines of a tenant, one timeline at a time.</summary>
internal sealed class BacktestService(TenantId tenant, TenantScan scan, ICrmStore store, RelationshipEngine engine, IClock clock)
{
    private const int CandidatesEach = 100;

    internal async ValueTask<BacktestReport> RunAsync(BacktestTerms terms, CrmRules inForce, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var models = terms.Models.IsEmpty ? inForce.Scores : terms.Models;
        var tally = new BacktestEngine(models).Tally(terms.Settings);
        var pass = new Pass(terms, now, InstantsOf(terms, now), LogOf(inForce, models[0]), tally);
        var candidates = 0L;
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = new List<TimelineEvent>();
            await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(relationship.Key), cancellationToken).ConfigureAwait(false))
            {
                line.Add(one);
            }

            Take(pass, relationship.Key, line);
            if (++candidates % CandidatesEach == 0)
            {
                progress?.Report(new BacktestProgress { Candidates = candidates, Samples = tally.Samples });
            }
        }

        progress?.Report(new BacktestProgress { Candidates = candidates, Samples = tally.Samples });
        return tally.Report();
    }

    /// <summary>What repeats what depends on the facts alone, so that nothing but their reading is asked of the rules: no promise, no other score.</summary>
    private static ActivationLog LogOf(CrmRules inForce, ScoringModel any) =>
        ActivationLog.Always(inForce with { Scores = [any], Expectations = [], Announced = [] });

    private static ImmutableArray<Instant> InstantsOf(BacktestTerms terms, Instant now)
    {
        var (at, last) = (Microseconds.Floor(terms.From), terms.Until is { } until ? Instant.Min(until, now) : now);
        if (at > last)
        {
            throw new ArgumentException("The first instant of a back-test lies at or before the last one, and before now.", nameof(terms));
        }

        if ((last - at) / terms.Every >= BacktestTerms.MostInstants)
        {
            throw new ArgumentException(FormattableString.Invariant($"A back-test has at most {BacktestTerms.MostInstants} instants; let them lie further apart."), nameof(terms));
        }

        var instants = ImmutableArray.CreateBuilder<Instant>();
        for (; at <= last; at += terms.Every)
        {
            instants.Add(at);
        }

        return instants.ToImmutable();
    }

    private void Take(Pass pass, RelationshipKey key, List<TimelineEvent> line)
    {
        Instant[] outcomes = [.. OutcomesOf(pass.Terms, line)];
        var past = new KnownPastReader(line);
        var (isKnown, touches) = (false, (IReadOnlyList<Touch>)[]);
        foreach (var at in pass.Instants)
        {
            if (past.ChangedAt(at) is { } known)
            {
                isKnown = known.Exists(one => one.Class == EntryClass.Fact);
                touches = isKnown ? engine.Counted(key, known, pass.Log, at).Touches : [];
            }

            if (!isKnown || (pass.Terms.IsOnce && outcomes.Length > 0 && outcomes[0] <= at))
            {
                continue;
            }

            if (at + pass.Terms.Horizon > pass.Now)
            {
                pass.Tally.AddCensored();
            }
            else
            {
                pass.Tally.Add(key.Candidate.Value, at, touches, Array.Exists(outcomes, outcome => outcome > at && outcome <= at + pass.Terms.Horizon));
            }
        }
    }

    /// <summary>Returns when the outcome came, earliest first, as far as that is true today.</summary>
    private static IEnumerable<Instant> OutcomesOf(BacktestTerms terms, List<TimelineEvent> line)
    {
        var retracted = Retracted.Of(line);
        return line.Where(one => one.Class == EntryClass.Fact && retracted?.Takes(one) != true && terms.Outcome.Matches(one.Entry)).Select(one => one.OccurredAt).Order();
    }

    private sealed record Pass(BacktestTerms Terms, Instant Now, ImmutableArray<Instant> Instants, ActivationLog Log, BacktestTally Tally);
}
