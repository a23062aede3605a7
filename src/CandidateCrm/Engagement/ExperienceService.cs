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
    public async ValueTask<CandidateExperience?> SummarizeAsync(CandidateId candidate, Instant? asOf = null, ExperienceModel? model = null, CancellationToken cancellationToken = default)
    {
        var key = new RelationshipKey(tenant, candidate);
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(key, cancellationToken).ConfigureAwait(false));
        var told = await reader.ReadAsync(key, at, cancellationToken).ConfigureAwait(false);
        if (told.Count == 0)
        {
            return null;
        }

        // Promises are told again by a replay: what is on record may be of a past that was corrected after the instant asked for.
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var facts = (await reader.ReadTrueAsync(key, cancellationToken).ConfigureAwait(false)).Where(one => one.OccurredAt <= at);
        var chosen = model ?? ExperienceModel.Default;
        var moments = new ExperienceMomentReader(chosen, [.. facts]).Read(engine.Replay(key, told, log, at).Derived);
        var summarizer = new ExperienceEngine(chosen);
        return new CandidateExperience
        {
            Candidate = candidate,
            At = at,
            Relationship = summarizer.Summarize(moments),
            Applications =
            [
                .. moments.Where(moment => moment.Application.IsAssigned).GroupBy(moment => moment.Application).OrderBy(group => group.Key.Value, StringComparer.Ordinal)
                    .Select(group => new ApplicationExperience { Application = group.Key, Summary = summarizer.Summarize(group) }),
            ],
            Moments = [.. moments],
        };
    }
}
