using BenchmarkDotNet.Attributes;
using CandidateCrm.Segments;
using NodaTime;
using Npgsql;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>
/// T6: one rule of six conditions asked of a million candidates in PostgreSQL. The baseline is the query that a host would write by hand, over the same rows in columns of their own types, with indexes for
/// these questions; texts whose case is ignored have a column in upper case on both sides.
/// </summary>
[MemoryDiagnoser]
public class T06_PushDown : IDisposable
{
    private NpgsqlConnection _connection = null!;
    private NpgsqlCommand _byHand = null!;
    private NpgsqlCommand _pushed = null!;

    /// <summary>Gets or sets the last condition: one that an index finds, and one that is left to looking at everybody who passed the others.</summary>
    [Params("starts with \"ma\"", "contains \"ann\"")]
    public string NameCondition { get; set; } = "";

    /// <summary>Fills the database the first time, and makes sure that both sides count the same people.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _connection = PushDownDatabase.Open();
        _byHand = new NpgsqlCommand(ByHand(NameCondition.StartsWith('s') ? "MA%" : "%ANN%"), _connection);
        _pushed = new NpgsqlCommand { Connection = _connection };
        var (schema, terms) = (SixConditions.Schema(), new SegmentTerms { AsOf = SixConditions.Now });
        var rule = SegmentText.Parse(
            $"""country = "DE" and open = true and age between 30 and 39 and skills any of ("C#", "F#") and not contactedAt in last 30 days and name {NameCondition}""", schema, terms).Required();
        var sql = schema.Compile(rule, terms).ToSql(SixConditions.Now, DateTimeZone.Utc, PostgreSqlDialect.Instance, PushDownDatabase.People);
        _pushed.CommandText = $"select count(*) from person c where {sql.Text}";
        foreach (var parameter in sql.Parameters)
        {
            _pushed.Parameters.AddWithValue(parameter.Name, parameter.Value);
        }

        if (sql.Residual is not null || Pushed() is 0 || Pushed() != ByHandSql())
        {
            throw new InvalidOperationException("Both sides must find the same people, and some.");
        }
    }

    /// <summary>Closes the connection; the database stays.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _byHand.Dispose();
        _pushed.Dispose();
        _connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A query written by hand.</summary>
    [Benchmark(Baseline = true)]
    public long ByHandSql() => (long)_byHand.ExecuteScalar()!;

    /// <summary>The rule, as SQL.</summary>
    [Benchmark]
    public long Pushed() => (long)_pushed.ExecuteScalar()!;

    private static string ByHand(string pattern) =>
        $"""
        select count(*) from person p
        where p.country = 'DE' and p.is_open and p.age between 30 and 39
            and exists (select 1 from person_skill s where s.person_id = p.id and s.skill_upper in ('C#', 'F#'))
            and (p.contacted_at is null or p.contacted_at <= '2026-02-07T12:00:00Z' or p.contacted_at > '2026-03-09T12:00:00Z')
            and p.name_upper like '{pattern}'
        """;
}
