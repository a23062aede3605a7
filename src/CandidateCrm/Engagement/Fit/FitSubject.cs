using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// Asks for fit over a type of the host: which fields it has, and how one is got for a relationship. A model is prepared once for a schema, however many subjects ask over it, so that one may live as long
/// as a request. Safe for concurrent use, as far as the host's own reading is.
/// </summary>
/// <typeparam name="T">What rules are about.</typeparam>
public sealed class FitSubject<T> : IFitSubject
    where T : class
{
    private readonly FitEngines<T> _engines;
    private readonly Func<Relationship, Instant, CancellationToken, ValueTask<T?>> _read;

    /// <summary>Initializes a subject.</summary>
    /// <param name="schema">The fields that rules may name.</param>
    /// <param name="read">
    /// Returns what the rules are asked about for a relationship, as it was at the instant: the host's own object for that candidate, or the relationship itself. Null says that the host knows nothing of
    /// the candidate, so that every criterion is unknown.
    /// </param>
    public FitSubject(SegmentSchema<T> schema, Func<Relationship, Instant, CancellationToken, ValueTask<T?>> read)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(read);
        _engines = FitEngines<T>.Over(schema);
        _read = read;
    }

    /// <inheritdoc/>
    public ImmutableArray<FitFault> FaultsOf(FitDefinition definition, Instant at)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _engines.RuleFaultsOf(definition, at);
    }

    /// <inheritdoc/>
    public async ValueTask<FitStanding> AskAsync(FitQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var engine = _engines.Of(question.Definition, question.AskedAt);
        var candidate = await _read(question.Relationship, question.At, cancellationToken).ConfigureAwait(false);
        return engine.Place(candidate is null ? engine.AskOfNobody() : engine.Ask(candidate, question.At, question.Zone), question.Engagement);
    }
}
