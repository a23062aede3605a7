using CandidateCrm.Timeline;
using GreenhouseBridge.Webhooks;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>What one payload comes to: filled by the mapping of its action, and used only where nothing was found to be wrong.</summary>
internal sealed class MappedPayload
{
    private readonly List<BridgeFinding> _findings = [];
    private readonly List<Telling> _tellings = [];
    private readonly List<(Subject Part, Subject Whole)> _links = [];
    private readonly List<JobReading> _jobs = [];
    private readonly List<Subject> _toForget = [];

    internal MappedPayload(Webhook webhook, GreenhouseOptions options, Instant receivedAt)
    {
        Action = webhook.Action;
        Options = options;
        ReceivedAt = receivedAt;
        Fields = new PayloadFields(webhook.Payload, "payload", _findings);
    }

    internal string Action { get; }

    internal GreenhouseOptions Options { get; }

    /// <summary>Gets when it first arrived: the moment of everything of which the payload does not say when it happened.</summary>
    internal Instant ReceivedAt { get; }

    internal PayloadFields Fields { get; }

    internal IReadOnlyList<BridgeFinding> Findings => _findings;

    internal IReadOnlyList<Telling> Tellings => _tellings;

    /// <summary>Gets which application is whose, as far as this payload says it.</summary>
    internal IReadOnlyList<(Subject Part, Subject Whole)> Links => _links;

    internal IReadOnlyList<JobReading> Jobs => _jobs;

    /// <summary>Gets the candidates of whom nothing personal may be kept any more.</summary>
    internal IReadOnlyList<Subject> ToForget => _toForget;

    internal string? IgnoredBecause { get; private set; }

    internal void Find(BridgeFinding finding) => _findings.Add(finding);

    /// <summary>Leaves the payload out, for a reason that depends on what is in it.</summary>
    internal void Ignore(string because) => IgnoredBecause = because;

    internal void Link(Subject part, Subject whole) => _links.Add((part, whole));

    internal void Tell(Telling telling) => _tellings.Add(telling);

    /// <summary>
    /// Tells something whose moment the payload may not say. Then it happened when the payload first arrived, and should it be told more than
    /// once, the first time counts.
    /// </summary>
    internal void Tell(Subject subject, string key, Moment? said, int order, IFact fact) => Tell(new Telling
    {
        Subject = subject,
        Key = key,
        Moment = said ?? Moment.Of(ReceivedAt),
        Order = order,
        Fact = fact,
        Rule = said is null ? TellingRule.Best : TellingRule.Each,
        Topic = said is null ? key + ":on-receipt" : string.Empty,
    });

    internal void TellJob(JobReading job) => _jobs.Add(job);

    internal void ForgetRaw(Subject candidate) => _toForget.Add(candidate);
}
