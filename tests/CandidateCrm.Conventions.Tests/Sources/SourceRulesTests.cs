namespace CandidateCrm.Conventions.Sources;

public sealed class SourceRulesTests
{
    [Fact]
    public void A_file_has_at_most_300_lines() => Check("file-length", SourceRules.Length);

    [Fact]
    public void A_file_holds_one_public_type_and_bears_its_name() => Check("one-type", SourceRules.OneTypeNamedLikeTheFile);

    [Fact]
    public void A_method_fits_on_a_screen() => Check("method-length", SourceRules.ShortMethods);

    [Fact]
    public void A_method_nests_at_most_three_deep() => Check("nesting", SourceRules.FlatMethods);

    [Fact]
    public void A_file_of_301_lines_is_found_and_one_of_300_is_not()
    {
        Assert.Single(SourceRules.Length("A.cs", string.Concat(Enumerable.Repeat("//\n", 301))));
        Assert.Empty(SourceRules.Length("A.cs", string.Concat(Enumerable.Repeat("//\n", 300))));
    }

    [Theory]
    [InlineData("A.cs", "namespace N; public class A { public class Inner; } internal class B;", 0)]
    [InlineData("A.cs", "namespace N; public class A; public class A<T>;", 0)]
    [InlineData("A.Parsing.cs", "namespace N; public partial class A;", 0)]
    [InlineData("A.cs", "namespace N { public class A; public enum B; }", 1)]
    [InlineData("A.cs", "namespace N; public delegate void B();", 1)]
    public void A_second_public_type_or_another_name_is_found(string file, string text, int faults) =>
        Assert.Equal(faults, SourceRules.OneTypeNamedLikeTheFile(file, text).Count());

    [Theory]
    [InlineData(40, 0)]
    [InlineData(41, 1)]
    public void A_body_of_41_lines_is_found(int lines, int faults)
    {
        var text = "class A\n{\n    void Long()\n    {\n" + string.Concat(Enumerable.Repeat("        ;\n", lines)) + "    }\n}\n";

        Assert.Equal(faults, SourceRules.ShortMethods("A.cs", text).Count());
    }

    [Theory]
    [InlineData("if (a) { foreach (var b in c) { while (d) { e(); } } }", 0)]
    [InlineData("if (a) { foreach (var b in c) { while (d) { if (e) { } } } }", 1)]
    [InlineData("if (a) { } else if (b) { } else if (c) { } else if (d) { }", 0)]
    public void A_fourth_level_is_found(string body, int faults) =>
        Assert.Equal(faults, SourceRules.FlatMethods("A.cs", $"class A {{ void Deep() {{ {body} }} }}").Count());

    private static void Check(string rule, Func<string, string, IEnumerable<Fault>> find) =>
        Convention.Holds(rule, Repository.Packages.SelectMany(package => package.Sources)
            .SelectMany(path => find(Repository.Relative(path), File.ReadAllText(path))));
}
