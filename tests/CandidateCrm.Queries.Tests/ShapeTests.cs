using System.Linq.Expressions;
using System.Text;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Segments.Queries;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Queries.Tests;

/// <summary>What a query looks like: no value in a text, no complement of a comparison, and nothing left to a provider that it cannot say.</summary>
public sealed class ShapeTests
{
    private const string Evil = "'; drop table people; --\" \\ @crm0 % _ /*";

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 12, 0);

    private static readonly SegmentTerms Terms = new() { AsOf = Now };

    [Fact]
    public void No_comparison_is_negated() => Prop.ForAll(Dice.Seeds, seed =>
    {
        var population = new Population(seed, 0);
        for (var i = 0; i < 20; i++)
        {
            var query = population.Compile(population.World.RuleOver(population.Schema)).ToQuery(population.World.Now, population.World.Zone, QueryCapabilities.EntityFrameworkPostgreSql);
            new NegationFinder().Visit(query.Filter);
        }
    }).Check(Tries.Of(30));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Names_and_values_stay_what_they_are(bool isPostgreSql)
    {
        using var tables = isPostgreSql ? Databases.OwnPostgreSql() : Databases.OwnSqlite();
        Person[] people = [new() { Id = 1, Name = Evil, Country = Evil, Skills = [Evil] }, new() { Id = 2, Name = "Anna", Country = "DE" }];
        tables.Fill(people);
        var builder = SegmentSchema.For<Person>();
        var (name, country) = (builder.Text("name", person => person.Name), builder.Code("country", person => person.Country));
        var skills = builder.TextSet("skills", person => person.Skills);
        var schema = builder.Build();
        SegmentRule[] rules =
        [
            name.Is(Evil), country.Is(Evil), name.Search(TextOperator.BeginsWith, Evil), country.Search(TextOperator.EndsWith, Evil), name.Search(TextOperator.Contains, Evil[..20].ToUpperInvariant()),
            country.IsOneOf(Evil, "x"), skills.Compare(SetOperator.ContainsAll, Evil), name.Compare(CompareOperator.LessOrEqual, Evil),
        ];
        foreach (var rule in rules)
        {
            var sql = schema.Compile(rule, Terms).ToSql(Now, DateTimeZone.Utc, tables.Dialect, tables.People);

            Assert.Null(sql.Residual);
            Assert.Equal([1], tables.Find(sql.Text, sql.Parameters));
            Assert.DoesNotContain("drop table people", sql.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal([1, 2], tables.Find("1 = 1", []).Order());
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("")]
    public void A_name_that_no_database_has_is_refused(string name)
    {
        var builder = SegmentSchema.For<Person>();
        var rule = builder.Code("country", person => person.Country).Is("DE");
        var table = new SqlTable { Name = "people", Columns = new Dictionary<string, SqlColumn> { ["country"] = new() { Name = name } } };

        Assert.Throws<ArgumentException>(() => builder.Build().Compile(rule, Terms).ToSql(Now, DateTimeZone.Utc, PostgreSqlDialect.Instance, table));
    }

    [Fact]
    public void What_cannot_be_said_is_left_over_and_the_rest_is_not()
    {
        var builder = SegmentSchema.For<Person>();
        var country = builder.Code("country", person => person.Country);
        var initials = builder.Text("initials", person => person.Name!.Substring(0, 1));
        var schema = builder.Build();

        var both = schema.Compile(country.Is("DE") & initials.Is("a"), Terms).ToQuery(Now, DateTimeZone.Utc, QueryCapabilities.EntityFrameworkSqlite);
        var either = schema.Compile(country.Is("DE") | initials.Is("a"), Terms).ToQuery(Now, DateTimeZone.Utc, QueryCapabilities.EntityFrameworkSqlite);
        var unread = schema.Compile(country.Is("DE"), Terms).ToQuery(Now, DateTimeZone.Utc, QueryCapabilities.EntityFrameworkSqlite with { CanRead = _ => false });
        var unstorable = schema.Compile(country.Is("D\0"), Terms).ToQuery(Now, DateTimeZone.Utc, QueryCapabilities.EntityFrameworkPostgreSql);

        Assert.Equal(initials.Is("a"), both.Residual);
        Assert.Equal(country.Is("DE") | initials.Is("a"), either.Residual);
        Assert.Equal(country.Is("DE"), unread.Residual);
        Assert.NotNull(unstorable.Residual);
        Assert.True(both.Holds(new Person { Name = "Anna" }));
        Assert.False(both.Holds(new Person { Name = "Ben" }));
    }

    [Fact]
    public void Letters_are_the_same_where_their_upper_case_is()
    {
        var letters = Enumerable.Range(0, 0x1FFFF).Where(Rune.IsValid).Select(value => new Rune(value).ToString()).ToList();
        var byUpper = letters.GroupBy(LetterCase.Upper, StringComparer.Ordinal).Select(group => string.Join(' ', group)).Order(StringComparer.Ordinal);
        var byComparer = letters.GroupBy(letter => letter, StringComparer.OrdinalIgnoreCase).Select(group => string.Join(' ', group)).Order(StringComparer.Ordinal);

        Assert.Equal(byComparer, byUpper);
        Assert.All(letters, letter => Assert.True(LetterCase.PairsFor([letter])!.Aggregate(letter, (text, pair) => text.Replace(pair.Letter, pair.Stands, StringComparison.Ordinal)) == LetterCase.Upper(letter)));
    }

    private sealed class NegationFinder : ExpressionVisitor
    {
        protected override Expression VisitUnary(UnaryExpression node)
        {
            Assert.False(node.NodeType == ExpressionType.Not && node.Operand is BinaryExpression, node.ToString());
            return base.VisitUnary(node);
        }
    }
}
