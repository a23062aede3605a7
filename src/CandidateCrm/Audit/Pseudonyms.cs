using System.Collections.ObjectModel;
using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>
/// Short ids in the place of the host's, the same one for the same id. They are numbered in ordinal order of the ids that they stand for, all with
/// equally many digits, so that whatever the fold orders by id keeps its order.
/// </summary>
internal sealed class Pseudonyms
{
    private readonly Dictionary<string, EventId> _events;
    private readonly Dictionary<string, CandidateId> _candidates;
    private readonly Dictionary<string, PersonId> _persons;
    private readonly Dictionary<string, JobApplicationId> _applications;
    private readonly Dictionary<string, RequisitionId> _requisitions;
    private readonly Dictionary<string, InterviewId> _interviews;
    private readonly Dictionary<string, OfferId> _offers;
    private readonly Dictionary<string, BatchId> _batches;

    /// <summary>Numbers ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="kept">Openings that keep their ids.</param>
    internal Pseudonyms(NamedIds ids, IReadOnlySet<string>? kept = null)
    {
        _events = Numbered(ids.Events, "event", EventId.From);
        _candidates = Numbered(ids.Candidates, "candidate", CandidateId.From);
        _persons = Numbered(ids.Persons, "person", PersonId.From);
        _applications = Numbered(ids.Applications, "application", JobApplicationId.From);
        _requisitions = Numbered([.. ids.Requisitions.Except(kept ?? ReadOnlySet<string>.Empty, StringComparer.Ordinal)], "requisition", RequisitionId.From);
        foreach (var id in ids.Requisitions.Intersect(kept ?? ReadOnlySet<string>.Empty, StringComparer.Ordinal))
        {
            _requisitions[id] = RequisitionId.From(id);
        }

        _interviews = Numbered(ids.Interviews, "interview", InterviewId.From);
        _offers = Numbered(ids.Offers, "offer", OfferId.From);
        _batches = Numbered(ids.Batches, "batch", BatchId.From);
    }

    internal RelationshipKey Of(RelationshipKey key) => new(TenantId.From("tenant"), Of(key.Candidate));

    internal EventId Of(EventId id) => id.IsAssigned ? _events[id.Value] : id;

    internal CandidateId Of(CandidateId id) => id.IsAssigned ? _candidates[id.Value] : id;

    internal JobApplicationId Of(JobApplicationId id) => id.IsAssigned ? _applications[id.Value] : id;

    internal RequisitionId Of(RequisitionId id) => id.IsAssigned ? _requisitions[id.Value] : id;

    internal InterviewId Of(InterviewId id) => id.IsAssigned ? _interviews[id.Value] : id;

    internal OfferId Of(OfferId id) => id.IsAssigned ? _offers[id.Value] : id;

    internal PersonId Of(PersonId id) => id.IsAssigned ? _persons[id.Value] : id;

    internal BatchId Of(BatchId id) => id.IsAssigned ? _batches[id.Value] : id;

    internal Actor Of(Actor actor) => actor.Person.IsAssigned ? Actor.Of(_persons[actor.Person.Value]) : actor;

    /// <summary>What an effect is about is an application, an interview of one, or something that begins with an asterisk.</summary>
    internal EffectKey Of(EffectKey key) => new(key.Rule, OfSubject(key.Subject), key.Ordinal, key.Part);

    internal PromiseKey Of(PromiseKey key) => new(key.Expectation, OfSubject(key.Subject), key.Ordinal);

    private string OfSubject(string subject) =>
        InterviewSubject.PartsOf(subject) is var (application, interview) ? InterviewSubject.Of(_applications[application], _interviews[interview])
        : _applications.TryGetValue(subject, out var named) ? named.Value
        : subject;

    private static Dictionary<string, T> Numbered<T>(HashSet<string> ids, string prefix, Func<string, T> from)
    {
        var digits = Math.Max(4, ids.Count.ToString(CultureInfo.InvariantCulture).Length);
        return ids.Order(StringComparer.Ordinal)
            .Select((id, place) => (Id: id, Name: from($"{prefix}-{(place + 1).ToString($"D{digits}", CultureInfo.InvariantCulture)}")))
            .ToDictionary(each => each.Id, each => each.Name, StringComparer.Ordinal);
    }
}
