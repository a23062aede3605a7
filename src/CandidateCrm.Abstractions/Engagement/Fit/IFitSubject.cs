using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>What fit is asked over: the fields that the rules may name, and where their values come from. <c>FitSubject&lt;T&gt;</c> is one over a type of the host. Safe for concurrent use.</summary>
public interface IFitSubject
{
    /// <summary>Lists what is wrong with the rules of a model over these fields, every fault at once, references to segments among them. What is wrong beside its rules is judged with the tenant's rules.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="at">The instant at which the justifications of proxies have to be in force.</param>
    ImmutableArray<FitFault> FaultsOf(FitDefinition definition, Instant at);

    /// <summary>Says how well a candidate matches, and what the pair with a band of the score means. Of somebody whom the host does not know every criterion is unknown.</summary>
    /// <param name="question">Who is asked about, by which model.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidFitModelException">The model has faults over these fields; all of them are listed.</exception>
    ValueTask<FitStanding> AskAsync(FitQuestion question, CancellationToken cancellationToken);
}
