using System.Collections.Immutable;
using System.Text;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using GreenhouseBridge;
using GreenhouseBridge.Mapping;
using GreenhouseBridge.Webhooks;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>A bridge with a CRM of its own and a clock that stands still unless it is told otherwise.</summary>
internal sealed class BridgeUnderTest : IAsyncDisposable
{
    /// <summary>When payloads arrive: after everything that they say.</summary>
    internal static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    internal BridgeUnderTest(WebhookSignature? signature = null, GreenhouseOptions? options = null)
    {
        Host = new CrmHost(Clock);
        Bridge = new Bridge(Host.Crm, Clock, signature, options);
    }

    internal ManualClock Clock { get; } = new(Now);

    internal CrmHost Host { get; }

    internal Bridge Bridge { get; }

    internal static Delivery Delivery(string json) => new() { Body = Encoding.UTF8.GetBytes(json) };

    internal Task<Received> ReceiveAsync(string json) => Bridge.ReceiveAsync(Delivery(json));

    /// <summary>Delivers payloads; all of them are understood.</summary>
    internal async Task<ImmutableArray<Received>> ReceiveAllAsync(IEnumerable<string> payloads)
    {
        var answers = ImmutableArray.CreateBuilder<Received>();
        foreach (var json in payloads)
        {
            answers.Add(await ReceiveAsync(json));
            Assert.DoesNotContain(answers[^1].Outcome, new[] { Outcome.Refused, Outcome.Kept });
        }

        return answers.ToImmutable();
    }

    internal Task<ImmutableArray<Received>> ReceiveAllAsync(IEnumerable<string> actions, Func<string, string> payloadOf) => ReceiveAllAsync(actions.Select(payloadOf));

    /// <summary>Tells a fact about the candidate as another part of the host would.</summary>
    internal async Task TellAsync(EventId id, Instant at, IFact fact) =>
        await Host.Crm.RecordAsync(new HostFact { Candidate = Id(OwnPayloads.Candidate), EventId = id, OccurredAt = at, Fact = fact });

    internal ValueTask<Relationship?> FindAsync(long candidate) => Host.Crm.FindAsync(Id(candidate));

    internal async Task<IReadOnlyList<TimelineEvent>> TimelineAsync(long candidate)
    {
        var events = new List<TimelineEvent>();
        await foreach (var one in Host.Crm.ReadTimelineAsync(Id(candidate)))
        {
            events.Add(one);
        }

        return events;
    }

    /// <summary>Returns the facts on a timeline, those that were taken back left out.</summary>
    internal async Task<IReadOnlyList<IFact>> FactsAsync(long candidate)
    {
        var facts = (await TimelineAsync(candidate)).Where(one => one.Entry is IFact).ToList();
        var taken = facts.Select(one => one.Entry).OfType<FactsRetracted>().SelectMany(retraction => retraction.Events).ToHashSet();
        return [.. facts.Where(one => !taken.Contains(one.Id)).Select(one => (IFact)one.Entry).Where(fact => fact is not FactsRetracted { Reason.Value: "superseded" })];
    }

    /// <summary>
    /// Writes out how somebody stands: every slice. Left out is the book-keeping of the store and the fold, which counts what was told and taken
    /// back on the way.
    /// </summary>
    internal async Task<string> StateAsync(long candidate) => await FindAsync(candidate) is { } relationship
        ? RelationshipJson.Write(relationship with { Revision = 0, Told = 0, ToldAtCheckpoint = 0, Cursor = TimelinePlace.Start, Retractions = null })
        : "nobody";

    public async ValueTask DisposeAsync()
    {
        Bridge.Dispose();
        await Host.DisposeAsync();
    }

    private static CandidateId Id(long candidate) => CandidateId.From(candidate.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
