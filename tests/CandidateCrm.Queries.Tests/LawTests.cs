using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace CandidateCrm.Queries.Tests;

/// <summary>The laws of truth, over people of whom some have no value at all, in each evaluator.</summary>
public sealed class LawTests
{
    private const int Rules = 8;

    [Fact]
    public void Laws_hold_of_code() => ForWorlds(20, population => rule => population.Ids(population.Compile(rule).At(population.World.Now, population.World.Zone, Population.IsMember).Compiled().Holds));

    [Fact]
    public void Laws_hold_of_an_expression_in_memory() => ForWorlds(10, population => rule =>
        population.Ids(population.Compile(rule).ToQuery(population.World.Now, population.World.Zone, QueryCapabilities.InMemory, segment => person => person.Member == segment.Value).Filter.Compile()));

    [Fact]
    public void Laws_hold_of_entity_framework() => ForWorlds(2, population =>
    {
        var context = Databases.Sqlite();
        context.People.AddRange(population.People);
        context.SaveChanges();
        return rule =>
        {
            var query = population.Compile(rule).ToQuery(population.World.Now, population.World.Zone, QueryCapabilities.EntityFrameworkSqlite, isMember: Population.IsMember);
            var found = context.People.Where(query.Filter).Select(person => person.Id).ToHashSet();
            return population.Ids(person => found.Contains(person.Id) && query.Holds(person));
        };
    });

    [Fact]
    public void Laws_hold_of_sql() => ForWorlds(3, population =>
    {
        var tables = Databases.OwnSqlite();
        tables.Fill(population.People);
        return rule =>
        {
            var sql = population.Compile(rule).ToSql(population.World.Now, population.World.Zone, tables.Dialect, tables.People, Population.IsMember);
            var found = tables.Find(sql.Text, sql.Parameters);
            return population.Ids(person => found.Contains(person.Id) && sql.Holds(person));
        };
    });

    private static void ForWorlds(int worlds, Func<Population, Func<SegmentRule, int[]>> open) => Prop.ForAll(Dice.Seeds, seed =>
    {
        var population = new Population(seed, 30);
        var find = open(population);
        var everyone = population.Ids(_ => true);
        for (var i = 0; i < Rules; i++)
        {
            var (rule, other) = (population.World.RuleOver(population.Schema), population.World.RuleOver(population.Schema));
            var (found, rest) = (find(rule), find(new NotRule(rule)));
            Assert.Equal(everyone, found.Concat(rest).Order());
            Assert.Equal(find(new NotRule(new AndRule([rule, other]))), find(new OrRule([new NotRule(rule), new NotRule(other)])));
            Assert.Equal(find(new NotRule(new OrRule([rule, other]))), find(new AndRule([new NotRule(rule), new NotRule(other)])));
            Assert.Equal(found, find(new AndRule([rule, rule])));
            Assert.Equal(found, find(new OrRule([rule, rule])));
            Assert.Equal(found, find(new NotRule(new NotRule(rule))));
        }
    }).Check(Tries.Of(worlds));
}
