using System.Globalization;
using CandidateCrm.Applications;
using GreenhouseBridge.Mapping;
using NodaTime;

namespace GreenhouseBridge.Memory;

/// <summary>
/// What the bridge remembers: when each delivery first came, what was told, which application is whose, which facts stand, and the payloads that
/// it could not map. All but the last are ids, codes and instants. Here it lives as long as the process; a product keeps it in tables.
/// </summary>
internal sealed class BridgeMemory
{
    private readonly Dictionary<string, Instant> _receipts = new(StringComparer.Ordinal);
    private readonly Dictionary<Subject, HashSet<Telling>> _told = [];
    private readonly Dictionary<Subject, HashSet<Subject>> _wholes = [];
    private readonly Dictionary<Subject, HashSet<Subject>> _parts = [];
    private readonly Dictionary<Subject, FactBook> _books = [];
    private readonly Dictionary<string, KeptPayload> _kept = new(StringComparer.Ordinal);
    private readonly Dictionary<RequisitionId, HashSet<JobReading>> _jobs = [];

    internal IReadOnlyCollection<KeptPayload> Kept => _kept.Values;

    /// <summary>Gets what was told of, and leads to no candidate yet.</summary>
    internal IEnumerable<Subject> Waiting => _told.Keys.Where(subject => CandidatesOf(subject).Count == 0);

    /// <summary>Returns when a delivery came first; the second time it is the same instant.</summary>
    internal Instant FirstReceipt(string delivery, Instant now) => _receipts.TryAdd(delivery, now) ? now : _receipts[delivery];

    internal void Keep(KeptPayload payload) => _kept[payload.Key] = payload;

    internal void Drop(string key) => _kept.Remove(key);

    internal void ForgetRaw(Subject candidate)
    {
        foreach (var payload in _kept.Values.Where(payload => payload.Names.Contains(candidate)).ToList())
        {
            _kept.Remove(payload.Key);
        }
    }

    internal void Hear(Telling telling) => SetOf(_told, telling.Subject).Add(telling);

    internal IReadOnlyCollection<JobReading> Hear(JobReading job)
    {
        var readings = SetOf(_jobs, job.Requisition);
        readings.Add(job);
        return readings;
    }

    internal void Link(Subject part, Subject whole)
    {
        SetOf(_wholes, part).Add(whole);
        SetOf(_parts, whole).Add(part);
    }

    /// <summary>Returns whose something is or ever was: after two records were merged, an application is told under both.</summary>
    internal IReadOnlyCollection<Subject> CandidatesOf(Subject subject) => subject.IsCandidate
        ? [subject]
        : [.. _wholes.GetValueOrDefault(subject, []).SelectMany(CandidatesOf).Distinct()];

    /// <summary>Returns everything told of a candidate, of the applications that ever were theirs, and of the interviews of those.</summary>
    internal IReadOnlyCollection<Telling> ToldOf(Subject candidate) =>
    [
        .. _told.GetValueOrDefault(candidate, []),
        .. _parts.GetValueOrDefault(candidate, []).SelectMany(application =>
            _told.GetValueOrDefault(application, []).Concat(_parts.GetValueOrDefault(application, []).SelectMany(interview => ToldOf(interview, application)))),
    ];

    internal FactBook BookOf(Subject candidate) => _books.TryGetValue(candidate, out var book) ? book : _books[candidate] = new FactBook();

    /// <summary>Says of what was told of an interview which application it was for.</summary>
    private IEnumerable<Telling> ToldOf(Subject interview, Subject application) => _told.GetValueOrDefault(interview, []).Select(telling =>
        telling.Fact is InterviewCancelled cancelled
            ? telling with { Fact = cancelled with { Application = JobApplicationId.From(application.Id.ToString(CultureInfo.InvariantCulture)) } }
            : telling);

    private static HashSet<TItem> SetOf<TKey, TItem>(Dictionary<TKey, HashSet<TItem>> sets, TKey key)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = [];
        }

        return set;
    }
}
