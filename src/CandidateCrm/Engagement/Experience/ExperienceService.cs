using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Reads experiences from the store.</summary>
internal sealed class ExperienceService(TenantId tenant, TenantRules rules, TimelineReader reader, RelationshipEngine engine) : IExperience
{
    public async ValueTask<CandidateExperience?> SummarizeAsync(
        CandidateId candidate, Instant? asOf = null, ExperienceModel? model = null, IReadOnlyCollection<ExperienceMoment>? told = null, CancellationToken cancellationToken = default)
    {
        Review(model, told);
        var key = new RelationshipKey(tenant, candidate);
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(key, cancellationToken).ConfigureAwait(false));
        var known = await reader.ReadAsync(key, at, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0)
        {
            return null;
        }

        // Promises are told again by a replay: what is on record may be of a past that was corrected after the instant asked for.
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var facts = await reader.ReadTrueAsync(key, cancellationToken).ConfigureAwait(false);
        Review(told, facts);
        var chosen = model ?? log.At(at).Experience ?? ExperienceModel.Default;
        var outcomes = new OutcomeReader();
        var derived = engine.Observed(key, known, log, at, outcomes).Derived;
        var read = new ExperienceMomentReader(chosen, [.. facts.Where(one => one.OccurredAt <= at)], outcomes).Read(derived);
        return Summary(candidate, at, chosen, [.. read, .. told ?? []]);
    }

    /// <summary>Refuses a model with faults. One in which nothing of a timeline counts is none where the host tells moments itself.</summary>
    private static void Review(ExperienceModel? model, IReadOnlyCollection<ExperienceMoment>? told)
    {
        var faults = model is null ? [] : ExperienceReview.FaultsOf(model).RemoveAll(fault => fault.Code == ExperienceFaultCodes.Empty && told is { Count: > 0 });
        if (!faults.IsEmpty)
        {
            throw new InvalidExperienceModelException(faults);
        }
    }

    /// <summary>Refuses a moment with an application that no fact names: a slip of the pen would be an experience of its own.</summary>
    private static void Review(IReadOnlyCollection<ExperienceMoment>? told, List<TimelineEvent> facts)
    {
        if (told is null or { Count: 0 })
        {
            return;
        }

        HashSet<JobApplicationId> known = [.. facts.SelectMany(ApplicationsOf)];
        if (told.FirstOrDefault(moment => moment is { Application.IsAssigned: true } && !known.Contains(moment.Application)) is { } stray)
        {
            throw new ArgumentException($"The moment {stray.Id} names the application {stray.Application}, of which nothing was told; leave it out for the relationship as a whole.", nameof(told));
        }
    }

    private static IEnumerable<JobApplicationId> ApplicationsOf(TimelineEvent fact) => fact.Entry switch
    {
        ApplicationsMerged merged => [merged.Application, merged.Duplicate],
        IApplicationFact about => [about.Application],
        TouchpointRecorded touch => [touch.Application],
        RelationshipOpened opened => opened.Applications.Select(application => application.Application),
        _ => [],
    };

    private static CandidateExperience Summary(CandidateId candidate, Instant at, ExperienceModel model, IReadOnlyList<ExperienceMoment> all)
    {
        var summarizer = new ExperienceEngine(model);
        var relationship = summarizer.Summarize(all, at);
        ImmutableArray<ExperienceMoment> moments =
        [
            .. all.Where(moment => moment.At <= at).DistinctBy(moment => moment.Id).OrderBy(moment => moment.At).ThenBy(moment => moment.Id.Value, StringComparer.Ordinal),
        ];
        return new CandidateExperience
        {
            Candidate = candidate,
            At = at,
            Model = model.Key,
            Version = model.Version,
            Relationship = relationship,
            Applications =
            [
                .. moments.Where(moment => moment.Application.IsAssigned).GroupBy(moment => moment.Application).OrderBy(group => group.Key.Value, StringComparer.Ordinal)
                    .Select(group => new ApplicationExperience { Application = group.Key, Summary = summarizer.Summarize(group) }),
            ],
            Moments = moments,
        };
    }
}
