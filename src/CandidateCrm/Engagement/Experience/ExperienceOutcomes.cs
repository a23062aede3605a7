using CandidateCrm.Applications;

namespace CandidateCrm.Engagement;

/// <summary>Keeps which outcomes were told, so that one that is told again, whatever came between, is no second moment.</summary>
internal sealed class ExperienceOutcomes
{
    private readonly HashSet<(JobApplicationId Application, MomentKind Kind)> _endings = [];
    private readonly HashSet<(OfferId Offer, MomentKind Kind)> _named = [];
    private readonly Dictionary<JobApplicationId, MomentKind> _unnamed = [];

    internal bool IsNewEnding(JobApplicationId application, MomentKind kind) => _endings.Add((application, kind));

    /// <summary>Says so of an offer. One without an id is told again where the last word about such a one was the same.</summary>
    internal bool IsNewOffer(IOfferFact fact, MomentKind kind)
    {
        if (fact.Offer.IsAssigned)
        {
            return _named.Add((fact.Offer, kind));
        }

        var isNew = _unnamed.GetValueOrDefault(fact.Application) != kind;
        _unnamed[fact.Application] = kind;
        return isNew;
    }

    /// <summary>Begins anew with an application that goes on: it can end once more.</summary>
    internal void Reopen(JobApplicationId application)
    {
        _endings.RemoveWhere(told => told.Application == application);
        _unnamed.Remove(application);
    }
}
