using System.Data.Common;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace CandidateCrm.Queries.Tests;

/// <summary>One rule has the same members however it is evaluated. The oracle says which.</summary>
public sealed class EvaluatorTests
{
    private const int Size = 60;
    private const int Rules = 40;

    [Fact]
    public void Nodes_code_and_an_expression_in_memory_find_whom_the_oracle_finds() => ForRules(25, (population, rule) =>
    {
        var (expected, predicate) = (population.ByOracle(rule), population.Compile(rule));
        var test = predicate.At(population.World.Now, population.World.Zone, Population.IsMember);
        var query = predicate.ToQuery(population.World.Now, population.World.Zone, QueryCapabilities.InMemory, segment => person => person.Member == segment.Value);

        Same(expected, population.Ids(test.HoldsByNodes), rule, "nodes");
        Same(expected, population.Ids(test.Compiled().Holds), rule, "code");
        Assert.Null(query.Residual);
        Same(expected, [.. population.People.AsQueryable().Where(query.Filter).Select(person => person.Id)], rule, "expression");
    });

    [Fact]
    public void Entity_framework_on_sqlite_finds_whom_the_oracle_finds() => ForQueries(Databases.Sqlite, QueryCapabilities.EntityFrameworkSqlite, 0.4);

    [Fact]
    public void Entity_framework_on_postgresql_finds_whom_the_oracle_finds() => ForQueries(Databases.PostgreSql, QueryCapabilities.EntityFrameworkPostgreSql, 0.4);

    [Fact]
    public void Sql_on_sqlite_finds_whom_the_oracle_finds() => ForSql(Databases.OwnSqlite, 0.4);

    [Fact]
    public void Sql_on_postgresql_finds_whom_the_oracle_finds() => ForSql(Databases.OwnPostgreSql, 0.4);

    private static void ForSql(Func<OwnTables> open, double leastWhole)
    {
        var (all, whole, current) = (0, 0, (Population?)null);
        OwnTables? tables = null;
        ForRules(4, (population, rule) =>
        {
            if (population != current)
            {
                tables?.Dispose();
                (tables, current) = (open(), population);
                tables.Fill(population.People);
            }

            var sql = population.Compile(rule).ToSql(population.World.Now, population.World.Zone, tables!.Dialect, tables.People, Population.IsMember);
            var found = Find(tables, sql, rule);

            (all, whole) = (all + 1, whole + (sql.Residual is null ? 1 : 0));
            Same(population.ByOracle(rule), population.Ids(person => found.Contains(person.Id) && sql.Holds(person)), rule, sql.Text);
        });
        tables?.Dispose();
        Assert.True(whole >= leastWhole * all, $"{whole} of {all} rules were said as a whole.");
    }

    private static HashSet<int> Find(OwnTables tables, SqlCondition<Person> sql, SegmentRule rule)
    {
        try
        {
            return tables.Find(sql.Text, sql.Parameters);
        }
        catch (DbException exception)
        {
            throw new InvalidOperationException($"{exception.Message}: {sql.Text}, of {SegmentText.Format(rule)}", exception);
        }
    }

    /// <param name="open">Opens an empty database.</param>
    /// <param name="capabilities">What its provider can say.</param>
    /// <param name="leastWhole">The share of rules that have to be said as a whole, so that the proof is none of residuals.</param>
    private static void ForQueries(Func<PeopleContext> open, QueryCapabilities capabilities, double leastWhole)
    {
        var (all, whole, current) = (0, 0, (Population?)null);
        PeopleContext? context = null;
        ForRules(4, (population, rule) =>
        {
            if (population != current)
            {
                context?.Dispose();
                context = open();
                current = population;
                context.People.AddRange(population.People);
                context.SaveChanges();
            }

            var query = population.Compile(rule).ToQuery(
                population.World.Now, population.World.Zone, capabilities, population.World.Dice.Coin ? segment => person => person.Member == segment.Value : null, Population.IsMember);
            var found = context!.People.Where(query.Filter).Select(person => person.Id).ToHashSet();

            (all, whole) = (all + 1, whole + (query.Residual is null ? 1 : 0));
            Same(population.ByOracle(rule), population.Ids(person => found.Contains(person.Id) && query.Holds(person)), rule, context.People.Where(query.Filter).ToQueryString());
        });
        context?.Dispose();
        Assert.True(whole >= leastWhole * all, $"{whole} of {all} rules were said as a whole.");
    }

    private static void ForRules(int populations, Action<Population, SegmentRule> check) => Prop.ForAll(Dice.Seeds, seed =>
    {
        var population = new Population(seed, Size);
        for (var i = 0; i < Rules; i++)
        {
            var rule = population.World.RuleOver(population.Schema);
            try
            {
                check(population, rule);
            }
            catch (InvalidOperationException exception)
            {
                Assert.Fail($"{SegmentText.Format(rule)}{Environment.NewLine}{exception.Message}");
            }
        }
    }).Check(Tries.Of(populations));

    private static void Same(int[] expected, int[] found, SegmentRule rule, string by) => Assert.True(
        expected.SequenceEqual(found), $"{by}: {SegmentText.Format(rule)}{Environment.NewLine}too many {string.Join(' ', found.Except(expected))}, missing {string.Join(' ', expected.Except(found))}");
}
