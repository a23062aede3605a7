using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using CandidateCrm;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using GreenhouseBridge.Mapping;
using GreenhouseBridge.Memory;
using GreenhouseBridge.Webhooks;
using NodaTime;

namespace GreenhouseBridge;

/// <summary>
/// Brings the web hooks of Greenhouse to the timelines of one tenant: checks, reads, maps, and then makes each timeline say what all payloads
/// together say. What stands on a timeline is a function of the set of payloads; see <see cref="Standing"/>.
/// </summary>
internal sealed class Bridge(ITenantCrm crm, IClock clock, WebhookSignature? signature = null, GreenhouseOptions? options = null) : IDisposable
{
    private static readonly ReasonCode Superseded = ReasonCode.From("superseded");
    private readonly BridgeMemory _memory = new();
    private readonly RequisitionDesk _requisitions = new(crm);
    private readonly HashSet<Subject> _unsettled = [];
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Gets or sets what the company calls its things. What was kept or ignored before is not asked again by itself.</summary>
    internal GreenhouseOptions Options { get; set; } = options ?? new GreenhouseOptions();

    /// <summary>Gets the payloads that could not be mapped.</summary>
    internal IReadOnlyCollection<KeptPayload> Kept => _memory.Kept;

    /// <summary>Gets the applications and interviews of which something was told, and nobody has said yet whose they are.</summary>
    internal IReadOnlyCollection<Subject> Waiting => [.. _memory.Waiting];

    /// <summary>Gets the candidates of whom the library refused a fact.</summary>
    internal IReadOnlyCollection<Subject> Unsettled => [.. _unsettled];

    /// <summary>Takes a delivery. The same one again changes nothing; after an exception it may be sent again.</summary>
    internal Task<Received> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default) => AloneAsync(
        () =>
        {
            Webhook? webhook = null;
            var finding = delivery.Body.Length <= Webhook.LongestBody ? signature?.FaultOf(delivery.Body.Span, delivery.Signature) : null;
            if (finding is not null || (webhook = Webhook.Read(delivery.Body, out finding)) is null)
            {
                return Task.FromResult(new Received { Outcome = Outcome.Refused, Findings = [finding!] });
            }

            var key = delivery.EventId ?? Convert.ToHexStringLower(SHA256.HashData(delivery.Body.Span));
            return TakeAsync(webhook, key, delivery.Body, _memory.FirstReceipt(key, delivery.ReceivedAt ?? clock.GetCurrentInstant()), cancellationToken);
        },
        cancellationToken);

    /// <summary>Learns which application an interview is for, or whose an application is, from somebody other than a payload.</summary>
    internal Task<ImmutableArray<ToldFact>> LearnAsync(Subject part, Subject whole, CancellationToken cancellationToken = default) => AloneAsync(
        () =>
        {
            _memory.Link(part, whole);
            return SettleAsync(_memory.CandidatesOf(part), [], cancellationToken);
        },
        cancellationToken);

    /// <summary>Tries again what was kept, and what the library refused.</summary>
    internal Task<ImmutableArray<Received>> RetryAsync(CancellationToken cancellationToken = default) => AloneAsync(
        async () =>
        {
            var answers = ImmutableArray.CreateBuilder<Received>();
            foreach (var kept in _memory.Kept.ToList())
            {
                answers.Add(await TakeAsync(Webhook.Read(kept.Body, out _)!, kept.Key, kept.Body, kept.ReceivedAt, cancellationToken));
            }

            await SettleAsync([.. _unsettled], [], cancellationToken);
            return answers.ToImmutable();
        },
        cancellationToken);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Received> TakeAsync(Webhook webhook, string key, ReadOnlyMemory<byte> body, Instant receivedAt, CancellationToken cancellationToken)
    {
        var payload = GreenhouseMapping.Map(webhook, Options, receivedAt);
        if (payload.Findings.Count > 0)
        {
            _memory.Keep(new KeptPayload { Key = key, Body = body.ToArray(), ReceivedAt = receivedAt, Names = KeptPayload.NamesIn(webhook) });
            return new Received { Outcome = Outcome.Kept, Action = webhook.Action, Findings = [.. payload.Findings] };
        }

        _memory.Drop(key);
        return payload.IgnoredBecause is { } because
            ? new Received { Outcome = Outcome.Ignored, Action = webhook.Action, IgnoredBecause = because }
            : await TellAsync(payload, cancellationToken);
    }

    private async Task<Received> TellAsync(MappedPayload payload, CancellationToken cancellationToken)
    {
        foreach (var (part, whole) in payload.Links)
        {
            _memory.Link(part, whole);
        }

        foreach (var telling in payload.Tellings)
        {
            _memory.Hear(telling);
        }

        foreach (var candidate in payload.ToForget)
        {
            _memory.ForgetRaw(candidate);
        }

        var findings = payload.Tellings.Select(telling => telling.Subject).Distinct()
            .Where(subject => _memory.CandidatesOf(subject).Count == 0).Select(UnknownReference).ToList();
        var subjects = payload.Tellings.Select(telling => telling.Subject).Concat(payload.Links.Select(link => link.Part));
        var facts = await SettleAsync([.. subjects.SelectMany(_memory.CandidatesOf).Distinct()], findings, cancellationToken);
        var requisitions = ImmutableArray.CreateBuilder<string>();
        foreach (var job in payload.Jobs)
        {
            requisitions.AddRange(await _requisitions.ApplyAsync(_memory.Hear(job), cancellationToken));
        }

        return new Received
        {
            Outcome = findings.Count == 0 ? Outcome.Recorded : Outcome.Waiting,
            Action = payload.Action,
            Facts = facts,
            Requisitions = requisitions.ToImmutable(),
            Findings = [.. findings],
        };
    }

    /// <summary>Makes the timelines of candidates say what was told of them: takes back what no longer stands, tells what stands and was not told yet.</summary>
    private async Task<ImmutableArray<ToldFact>> SettleAsync(IReadOnlyCollection<Subject> candidates, List<BridgeFinding> findings, CancellationToken cancellationToken)
    {
        var told = ImmutableArray.CreateBuilder<ToldFact>();
        foreach (var subject in candidates)
        {
            var candidate = CandidateId.From(subject.Id.ToString(CultureInfo.InvariantCulture));
            var book = _memory.BookOf(subject);
            var wanted = new Dictionary<EventId, Telling>();
            foreach (var telling in Standing.InOrder(Standing.Of(_memory.ToldOf(subject))))
            {
                wanted.TryAdd(FactIds.Of(candidate, telling), telling);
            }

            _unsettled.Add(subject);
            await TakeBackAsync(candidate, book, book.NotIn(wanted.Keys.ToHashSet()), told, cancellationToken);
            var refused = findings.Count;
            foreach (var (natural, telling) in wanted.Where(each => !book.Stands(each.Key)))
            {
                told.Add(await TellAsync(telling.ToFact(candidate, book.IdFor(natural)), natural, book, findings, cancellationToken));
            }

            if (findings.Count == refused)
            {
                _unsettled.Remove(subject);
            }
        }

        return told.ToImmutable();
    }

    private async Task<ToldFact> TellAsync(HostFact fact, EventId natural, FactBook book, List<BridgeFinding> findings, CancellationToken cancellationToken)
    {
        var answer = await crm.RecordAsync(fact, cancellationToken);
        if (answer.Refusal is { } refusal)
        {
            findings.Add(new BridgeFinding(BridgeFindingCodes.FactRefused, natural.Value, refusal.Sentence, $"The library said {refusal.Code}; the fact is told again with the next try."));
        }
        else
        {
            book.Told(natural, fact.EventId);
        }

        return Answered(fact, answer);
    }

    private async Task TakeBackAsync(
        CandidateId candidate, FactBook book, IReadOnlyList<(EventId Natural, EventId Told)> superseded, ImmutableArray<ToldFact>.Builder told, CancellationToken cancellationToken)
    {
        foreach (var page in superseded.Chunk(FactsRetracted.MostEvents))
        {
            var retraction = new FactsRetracted { Events = [.. page.Select(each => each.Told)], Reason = Superseded };
            var fact = new HostFact
            {
                Candidate = candidate,
                EventId = FactIds.OfRetraction(candidate, retraction),
                OccurredAt = clock.GetCurrentInstant(),
                Fact = retraction,
            };
            told.Add(Answered(fact, await crm.RecordAsync(fact, cancellationToken)));
            foreach (var (natural, _) in page)
            {
                book.TakenBack(natural);
            }
        }
    }

    private static ToldFact Answered(HostFact fact, Recorded answer) => new()
    {
        Candidate = fact.Candidate,
        Id = fact.EventId,
        Fact = fact.Fact,
        Status = answer.Status,
        Findings = [.. answer.Findings.Select(finding => finding.Code)],
    };

    private static BridgeFinding UnknownReference(Subject subject) => new(
        BridgeFindingCodes.ReferenceUnknown, subject.ToString(), "Nothing has said yet whose this is.", "A payload about the application says it, or whoever knows tells the bridge.");

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
