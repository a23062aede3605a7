using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// Asks for fit over a type of the host: which fields it has, and how one is got for a relationship. A model is prepared once for all who are asked about at one instant. Safe for concurrent use, as far as
/// the host's own reading is.
/// </summary>
/// <typeparam name="T">What rules are about.</typeparam>
public sealed class FitSubject<T> : IFitSubject
{
    private readonly SegmentSchema<T> _schema;
    private readonly Func<Relationship, T> _read;
    private readonly ConditionalWeakTable<FitDefinition, Prepared> _prepared = [];

    /// <summary>Initializes a subject.</summary>
    /// <param name="schema">The fields that rules may name.</param>
    /// <param name="read">Returns what the rules are asked about for a relationship: the host's own object for that candidate, or the relationship itself.</param>
    public FitSubject(SegmentSchema<T> schema, Func<Relationship, T> read)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(read);
        _schema = schema;
        _read = read;
    }

    /// <inheritdoc/>
    public ImmutableArray<FitFault> FaultsOf(FitDefinition definition, Instant at) => FitJson.Bind(definition, _schema, new SegmentTerms { AsOf = at }).Faults;

    /// <inheritdoc/>
    public FitStanding Ask(FitDefinition definition, Relationship relationship, BandKey engagement, Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(relationship);
        ArgumentNullException.ThrowIfNull(zone);
        var engine = EngineOf(definition, at);
        return engine.Place(engine.Ask(_read(relationship), at, zone), engagement);
    }

    /// <summary>Justifications of proxies end at an instant, so that a model is judged anew where it is asked about another one.</summary>
    private FitEngine<T> EngineOf(FitDefinition definition, Instant at)
    {
        if (_prepared.TryGetValue(definition, out var known) && known.At == at)
        {
            return known.Engine;
        }

        var terms = new SegmentTerms { AsOf = at };
        var prepared = new Prepared(at, new FitEngine<T>(FitJson.Bind(definition, _schema, terms).Required(), _schema, terms));
        _prepared.AddOrUpdate(definition, prepared);
        return prepared.Engine;
    }

    private sealed record Prepared(Instant At, FitEngine<T> Engine);
}
