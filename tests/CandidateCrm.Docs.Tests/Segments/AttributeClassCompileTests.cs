using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CandidateCrm.Docs.Segments;

/// <summary>What the class of an attribute forbids does not compile: the handle has no such member.</summary>
public sealed class AttributeClassCompileTests
{
    private const string NoSuchMember = "CS1061";
    private const string NoConversion = "CS1503";
    private const string NoAssignment = "CS0029";

    [Theory]
    [InlineData("""rule = country.Compare(CompareOperator.Equal, "DE");""")]
    [InlineData("rule = country.HasValue() & country.Is(\"DE\");")]
    [InlineData("rule = email.HasValue() | email.HasNoValue();")]
    [InlineData("rule = age.Compare(CompareOperator.Less, 30) & joined.Lies(TimeOperator.InLast, 3, TimeUnit.Month);")]
    [InlineData("var criterion = new FitCriterion { Key = FitCriterionKey.From(\"near\"), Points = 1, Rule = country.Is(\"DE\") & email.HasValue() };")]
    public void What_is_allowed_compiles(string statement) => Assert.Empty(Errors(statement));

    [Theory]
    [InlineData("rule = gender.Compare(CompareOperator.Equal, \"f\");", NoSuchMember)]
    [InlineData("rule = !gender.Is(\"f\");", NoSuchMember)]
    [InlineData("rule = gender.HasValue();", NoSuchMember)]
    [InlineData("rule = email.Compare(CompareOperator.Equal, \"a@b.example\");", NoSuchMember)]
    [InlineData("rule = email.Search(TextOperator.Contains, \"@\");", NoSuchMember)]
    [InlineData("rule = country.Compare(CompareOperator.Equal, gender);", NoConversion)]
    [InlineData("rule = country.Compare(CompareOperator.Equal, email);", NoConversion)]
    [InlineData("rule = country.Compare(CompareOperator.Equal, age);", NoConversion)]
    [InlineData("rule = age.Compare(CompareOperator.Less, \"thirty\");", NoConversion)]
    [InlineData("var criterion = new FitCriterion { Key = FitCriterionKey.From(\"gender\"), Points = 1, Rule = gender.Is(\"f\") };", NoSuchMember)]
    [InlineData("var criterion = new FitCriterion { Key = FitCriterionKey.From(\"gender\"), Points = 1, Rule = gender };", NoAssignment)]
    [InlineData("var criterion = new FitCriterion { Key = FitCriterionKey.From(\"mail\"), Points = 1, Rule = email.Is(\"a@b.example\") };", NoSuchMember)]
    public void What_is_forbidden_does_not(string statement, string code) => Assert.Equal([code], Errors(statement));

    private static List<string> Errors(string statement)
    {
        var source = $$"""
            using CandidateCrm.Engagement;
            using CandidateCrm.Segments;
            using NodaTime;

            var schema = SegmentSchema.For<Person>();
            var country = schema.Code("country", person => person.Country);
            var age = schema.Number("age", person => person.Age);
            var joined = schema.Date("joined", person => person.Joined);
            var email = schema.Contact("email", person => person.Email);
            var gender = schema.Protected("gender", FieldType.Code);
            SegmentRule rule;
            {{statement}}

            sealed record Person(string? Country, int Age, LocalDate Joined, string? Email);
            """;
        var trees = new[] { References.ImplicitUsings, source }.Select(text => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)));
        var compilation = CSharpCompilation.Create("Rule", trees, References.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error).Select(each => each.Id)];
    }
}
