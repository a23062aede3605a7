using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Puts fit and engagement of candidates of a store side by side.</summary>
internal sealed class FitService(TenantId tenant, TenantRules rules, TimelineReader reader, FitSubjects registered, IClock clock) : IFit
{
    public async ValueTask<FitStanding?> AskAsync(CandidateId candidate, FitKey fit, Instant? asOf = null, IFitSubject? subject = null, CancellationToken cancellationToken = default)
    {
        if (subject is null && !registered.IsThere)
        {
            throw new InvalidOperationException("Fit is asked over a subject. Give one, or register one with UseFitSubject(subject) or UseFitSubject<TSubject>().");
        }

        var key = new RelationshipKey(tenant, candidate);
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(key, cancellationToken).ConfigureAwait(false));
        var inForce = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(at);
        var model = inForce.Fits.FirstOrDefault(each => each.Key == fit)
            ?? throw new ArgumentException($"The rules have no model of fit {fit}. Known are {string.Join(", ", inForce.Fits.Select(each => each.Key.Value).DefaultIfEmpty("none"))}.", nameof(fit));
        if (await reader.FindAsync(key, at, cancellationToken).ConfigureAwait(false) is not { } relationship)
        {
            return null;
        }

        var question = new FitQuestion
        {
            Definition = model,
            Relationship = relationship,
            Engagement = BandOf(relationship, inForce.Scores.FirstOrDefault(score => score.Key == model.Score)),
            At = at,
            AskedAt = clock.GetCurrentInstant(),
            Zone = inForce.Zone,
        };
        return subject is not null
            ? await subject.AskAsync(question, cancellationToken).ConfigureAwait(false)
            : await registered.WithAsync(own => own.AskAsync(question, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Returns the band that the candidate's score has; that of a score without a touchpoint is the lowest one, as wherever scores are told.</summary>
    private static BandKey? BandOf(Relationship relationship, ScoringModel? score) => score switch
    {
        null or { Bands.IsEmpty: true } => null,
        _ => relationship.Engagement?.Find(score.Key)?.State.Band ?? score.Bands[0].Key,
    };
}
