using System.Collections.Immutable;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>What fit is asked over: the fields that the rules may name, and where their values come from. <c>FitSubject&lt;T&gt;</c> is one over a type of the host. Safe for concurrent use.</summary>
public interface IFitSubject
{
    /// <summary>Lists what is wrong with a model over these fields, every fault at once; empty for one that can be asked.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="at">The instant at which the justifications of proxies have to be in force.</param>
    ImmutableArray<FitFault> FaultsOf(FitDefinition definition, Instant at);

    /// <summary>Says how well a candidate matches, and what the pair with a band of the score means.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="relationship">The candidate's relationship at the instant.</param>
    /// <param name="engagement">The band of the score that the model names; unassigned where there is none.</param>
    /// <param name="at">The instant from which relative times are seen.</param>
    /// <param name="zone">The zone in which days begin.</param>
    /// <exception cref="InvalidFitModelException">The model has faults over these fields; all of them are listed.</exception>
    FitStanding Ask(FitDefinition definition, Relationship relationship, BandKey engagement, Instant at, DateTimeZone zone);
}
