using System.Collections.Immutable;
using System.Linq.Expressions;
using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Segments.Explaining;
using CandidateCrm.Segments.Queries;
using CandidateCrm.Segments.Reading;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A rule made ready for candidates of one type. Nothing is allocated for a candidate; a rule that is asked many thousand times is compiled once. Safe for concurrent use.</summary>
/// <typeparam name="T">What the rule is about.</typeparam>
public sealed class SegmentPredicate<T>
{
    private readonly RuleNode<T> _node;
    private readonly MomentPlan _plan = new();
    private readonly RuleProgram<T> _program;
    private SegmentTest<T>? _latest;

    private SegmentPredicate(SegmentSchema<T> schema, SegmentRule rule)
    {
        Schema = schema;
        Rule = rule;
        References = Reading.References.Of(rule);
        _node = rule.Accept(new RuleCompiler<T>(schema, _plan));
        _program = schema.Programs.Of(rule);
        Proxies = [.. UsedFields.Of(rule, schema).Where(field => field.Class == AttributeClass.Proxy)];
    }

    /// <summary>Gets the rule.</summary>
    public SegmentRule Rule { get; }

    /// <summary>Gets the schema.</summary>
    public SegmentSchema<T> Schema { get; }

    /// <summary>Gets the segments that the rule refers to, each once.</summary>
    public ImmutableArray<SegmentKey> References { get; }

    /// <summary>Gets the proxies that the rule uses, each with the justification that every explanation shows.</summary>
    public ImmutableArray<SegmentField> Proxies { get; }

    /// <summary>Gets when the first justification ends, so that the rule must not be used from then on; null where it uses no proxy.</summary>
    public Instant? JustifiedUntil => Proxies.IsEmpty ? null : Proxies.Min(proxy => proxy.Justification!.Until);

    /// <summary>Says whether a candidate is in. True or false, also where there is no value.</summary>
    /// <exception cref="InvalidOperationException">The rule refers to segments; <see cref="At"/> takes who is in them.</exception>
    public bool Holds(T candidate, Instant now, DateTimeZone zone) => Latest(now, zone).Holds(candidate);

    /// <summary>Says whether a candidate is in where a comparison with no value is unknown, by the logic of Kleene: null for unknown. What it says is never other than what <see cref="Holds"/> says.</summary>
    /// <exception cref="InvalidOperationException">The rule refers to segments; <see cref="At"/> takes who is in them.</exception>
    public bool? Judge(T candidate, Instant now, DateTimeZone zone) => Latest(now, zone).Judge(candidate);

    /// <summary>Makes the rule ready for many candidates at one instant.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The zone in which days begin.</param>
    /// <param name="memberships">Who is in which segment, changes by hand included; needed where the rule refers to segments.</param>
    public SegmentTest<T> At(Instant now, DateTimeZone zone, Func<T, SegmentKey, bool>? memberships = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new SegmentTest<T>((_node, _program, _plan), now, zone, Schema.WeekStart, memberships);
    }

    /// <summary>Makes the rule a condition for a query of the host: <c>people.Where(query.Filter)</c>, and then <see cref="SegmentQuery{T}.Holds"/> of each who passed.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The zone in which days begin.</param>
    /// <param name="capabilities">What the provider can say.</param>
    /// <param name="memberships">How a query asks who is in a segment, changes by hand included; null, or null for a segment, where it cannot.</param>
    /// <param name="isMember">Who is in which segment, for a residual that refers to segments.</param>
    public SegmentQuery<T> ToQuery(
        Instant now, DateTimeZone zone, QueryCapabilities capabilities, Func<SegmentKey, Expression<Func<T, bool>>?>? memberships = null, Func<T, SegmentKey, bool>? isMember = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(capabilities);
        var scope = new ExpressionScope<T>(Schema, Expression.Parameter(typeof(T), "candidate"), capabilities) { Memberships = memberships };
        var pushed = Rule.Accept(new RuleTranslator<Expression>(scope, new LocalCalendar(now, zone, Schema.WeekStart)));
        var filter = Expression.Lambda<Func<T, bool>>(pushed.Filter ?? scope.True, scope.At);
        var residual = Residuals.Of(Rule, pushed.Residual);
        return new SegmentQuery<T>(filter, residual is null ? null : new SegmentPredicate<T>(Schema, residual).At(now, zone, isMember), residual);
    }

    /// <summary>Makes the rule a condition in SQL over tables of the host: <c>select … from people c where {Text}</c>, and then <see cref="SqlCondition{T}.Holds"/> of each who was found.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The zone in which days begin.</param>
    /// <param name="dialect">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="isMember">Who is in which segment, for a residual that refers to segments.</param>
    /// <exception cref="ArgumentException">A table or column that the rule uses has a name that the database cannot have.</exception>
    public SqlCondition<T> ToSql(Instant now, DateTimeZone zone, SqlDialect dialect, SqlTable table, Func<T, SegmentKey, bool>? isMember = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(table);
        var scope = new SqlScope(Schema, table, dialect, table.Alias);
        var pushed = Rule.Accept(new RuleTranslator<SqlPart>(scope, new LocalCalendar(now, zone, Schema.WeekStart)));
        var residual = Residuals.Of(Rule, pushed.Residual);
        return new SqlCondition<T>((pushed.Filter ?? scope.True).Write(), residual is null ? null : new SegmentPredicate<T>(Schema, residual).At(now, zone, isMember), residual);
    }

    /// <summary>Says why a candidate is in, or not: the fewest conditions that decide.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The zone in which days begin.</param>
    /// <param name="memberships">Who is in which segment, changes by hand included; needed where the rule refers to segments.</param>
    public SegmentExplanation Explain(T candidate, Instant now, DateTimeZone zone, Func<T, SegmentKey, bool>? memberships = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new RuleExplainer<T>(Schema, Rule).Explain(candidate, now, zone, memberships) with { Proxies = [.. Proxies.Select(proxy => new UsedProxy { Field = proxy.Name, Justification = proxy.Justification! })] };
    }

    /// <summary>Makes a rule ready, or throws with every fault.</summary>
    internal static SegmentPredicate<T> Of(SegmentSchema<T> schema, SegmentRule rule, SegmentTerms terms) =>
        new(schema, SegmentReview.Read(rule, schema, terms).Required());

    /// <summary>Makes a rule ready that was read over the schema just now, so that it is not judged twice.</summary>
    internal static SegmentPredicate<T> OfReviewed(SegmentSchema<T> schema, SegmentRule rule) => new(schema, rule);

    private SegmentTest<T> Latest(Instant now, DateTimeZone zone)
    {
        var latest = Volatile.Read(ref _latest);
        if (latest is null || latest.Now != now || !ReferenceEquals(latest.Zone, zone))
        {
            Volatile.Write(ref _latest, latest = At(now, zone));
        }

        return latest;
    }
}
