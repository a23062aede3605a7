using System.Collections.Immutable;
using System.Globalization;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Takes the samples of a back-test from timelines, one after the other.</summary>
internal sealed class SampleReader(BacktestTerms terms, ActivationLog log, BacktestTally tally, Instant now)
{
    private readonly ImmutableArray<Instant> _instants = InstantsOf(terms, now);

    internal void Take(RelationshipKey key, List<TimelineEvent> line, CancellationToken cancellationToken)
    {
        // The last stretch reaches up to now: what was news in it is the truth of today.
        var asked = _instants[^1] < now ? _instants.Add(now) : _instants;
        var told = new List<(KnownStretch Stretch, IReadOnlyList<TimelineEvent> News)>();
        foreach (var stretch in KnownPastReader.Read(line, asked, terms.ImportedAsOccurred))
        {
            cancellationToken.ThrowIfCancellationRequested();
            told.Add((stretch, NewsReader.Read(key, stretch.Line, log)));
        }

        var outcomes = new OutcomeTimes([.. told[^1].News.Where(one => terms.Outcome.Matches(one.Entry)).Select(one => one.OccurredAt)]);
        foreach (var (stretch, news) in told)
        {
            Sample(key.Candidate, stretch, news, outcomes, cancellationToken);
        }
    }

    private void Sample(CandidateId candidate, KnownStretch stretch, IReadOnlyList<TimelineEvent> news, OutcomeTimes outcomes, CancellationToken cancellationToken)
    {
        Touch[] touches = [.. news.Select(SignalKinds.TouchOf).OfType<Touch>()];
        ScoreFollower[] followers = [.. tally.Engines.Select(engine => new ScoreFollower(engine.Plan, touches))];
        var facts = stretch.Line.Where(one => one.Class == EntryClass.Fact).Select(one => one.OccurredAt).DefaultIfEmpty(Instant.MaxValue).Min();
        foreach (var at in _instants.Skip(stretch.First).Take(stretch.Count).Where(at => facts <= at && !(terms.IsOnce && outcomes.First <= at)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (now - at < terms.Horizon)
            {
                tally.AddCensored();
            }
            else
            {
                tally.Add(candidate.Value, at, outcomes.HasOne(at, at + terms.Horizon), model => followers[model].At(at));
            }
        }
    }

    private static ImmutableArray<Instant> InstantsOf(BacktestTerms terms, Instant now)
    {
        var (at, last) = (Microseconds.Floor(terms.From), terms.Until is { } until ? Instant.Min(until, now) : now);
        if (at > last)
        {
            throw new ArgumentException("The first instant of a back-test lies at or before the last one, and before now.", nameof(terms));
        }

        var instants = ImmutableArray.CreateBuilder<Instant>();
        instants.Add(at);
        while (last - at >= terms.Every)
        {
            at += terms.Every;
            instants.Add(instants.Count < BacktestTerms.MostInstants
                ? at
                : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A back-test has at most {BacktestTerms.MostInstants:N0} instants; let them lie further apart."), nameof(terms)));
        }

        return instants.ToImmutable();
    }
}
