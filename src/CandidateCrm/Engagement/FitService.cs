using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Puts fit and engagement of candidates of a store side by side.</summary>
internal sealed class FitService(TenantId tenant, TenantRules rules, TimelineReader reader, IFitSubject? registered) : IFit
{
    public async ValueTask<FitStanding?> AskAsync(CandidateId candidate, FitKey fit, Instant? asOf = null, IFitSubject? subject = null, CancellationToken cancellationToken = default)
    {
        var about = subject ?? registered ?? throw new InvalidOperationException("Fit is asked over a subject. Give one, or register one with UseFitSubject(subject).");
        var key = new RelationshipKey(tenant, candidate);
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(key, cancellationToken).ConfigureAwait(false));
        var inForce = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(at);
        var model = inForce.Fits.FirstOrDefault(each => each.Key == fit)
            ?? throw new ArgumentException($"The rules have no model of fit {fit}. Known are {string.Join(", ", inForce.Fits.Select(each => each.Key.Value).DefaultIfEmpty("none"))}.", nameof(fit));
        return await reader.FindAsync(key, at, cancellationToken).ConfigureAwait(false) is { } relationship
            ? about.Ask(model, relationship, BandOf(relationship, model.Score), at, inForce.Zone)
            : null;
    }

    private static BandKey BandOf(Relationship relationship, ScoreKey? score) => score is { } key ? relationship.Engagement?.Find(key)?.State.Band ?? default : default;
}
