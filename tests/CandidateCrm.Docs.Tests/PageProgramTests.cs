namespace CandidateCrm.Docs;

/// <summary>The checker of the pages finds what is wrong with a page.</summary>
public sealed class PageProgramTests
{
    [Fact]
    public void A_page_without_code_has_no_fault() => Assert.Empty(Faults("# Only words\n\n```sh\nrm x\n```\n"));

    [Fact]
    public void The_blocks_of_a_page_continue_each_other_and_may_declare_types_and_usings() =>
        Assert.Empty(Faults("""
            ```csharp
            using System.Text;
            using CandidateCrm.Candidates;
            using NodaTime;

            var candidate = CandidateId.From("c-17");
            await Task.Delay(1);
            Console.WriteLine(Shown.Of(candidate));
            static class Shown { public static string Of(CandidateId id) => new StringBuilder("«").Append(id).Append('»').ToString(); }
            ```

            It prints:

            ```text
            «c-17»
            ```

            ```csharp
            Console.WriteLine(candidate);
            Console.WriteLine(Duration.FromHours(1));
            ```
            ```text
            c-17
            0:01:00:00
            ```
            """));

    [Fact]
    public void An_error_of_the_compiler_names_page_and_line() =>
        Assert.StartsWith("docs/sample.md:6: CS0103", Assert.Single(Faults("one\n\n```csharp\nvar a = 1;\n\nConsole.WriteLine(b + a);\n```\n")), StringComparison.Ordinal);

    [Fact]
    public void An_exception_names_page_and_line() =>
        Assert.StartsWith("docs/sample.md:3: ArgumentException", Assert.Single(Faults("```csharp\nvar id = 0;\nCandidateCrm.Candidates.CandidateId.From(\" \");\nConsole.WriteLine(id);\n```\n")), StringComparison.Ordinal);

    [Fact]
    public void Another_output_is_found_with_both() =>
        Assert.Matches("(?s)^docs/sample.md:2: the page says\n2\n.*prints\n1$", Assert.Single(Faults("```csharp\nConsole.WriteLine(1);\n```\n```text\n2\n```\n")));

    [Fact]
    public void A_block_that_is_not_run_is_compiled_and_may_use_what_stands_before_it()
    {
        const string Start = "```csharp\nvar id = CandidateCrm.Candidates.CandidateId.From(\"c\");\n```\n```csharp\n// not run: needs a server\n";

        Assert.Empty(Faults(Start + "await Task.Delay(1);\nthrow new InvalidOperationException(id.Value);\n```\n"));
        Assert.StartsWith("docs/sample.md:6: CS0103", Assert.Single(Faults(Start + "nothing.Of(id);\n```\n")), StringComparison.Ordinal);
        Assert.Contains("nothing proves", Assert.Single(Faults(Start + "Console.WriteLine(id);\n```\n```text\nc\n```\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_fence_that_does_not_follow_the_code_is_no_output() =>
        Assert.Empty(Faults("```csharp\nConsole.WriteLine(1);\n```\nA paragraph.\n```text\nok\n```\n```sh\nls\n```\n```text\nno\n```\n"));

    [Fact]
    public void A_fence_in_a_list_is_read_without_its_indentation() =>
        Assert.Equal("if (true)\n{\n    return;\n}\n", Assert.Single(Page.Read("a", "- one\n\n  ```csharp\n  if (true)\n  {\n      return;\n  }\n  ```\n").Blocks).Code);

    [Fact]
    public void A_fence_that_is_never_closed_is_found() =>
        Assert.Contains("docs/sample.md:2", Assert.Throws<InvalidDataException>(() => Faults("x\n```csharp\nvar a = 1;\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_page_cannot_use_what_only_tests_have() =>
        Assert.Contains("CS0246", Assert.Single(Faults("```csharp\nusing Xunit;\nConsole.WriteLine(1);\n```\n")), StringComparison.Ordinal);

    [Fact]
    public void A_page_names_the_namespaces_it_needs() =>
        Assert.StartsWith("docs/sample.md:2: CS0103", Assert.Single(Faults("```csharp\nConsole.WriteLine(Phase.Hire);\n```\n")), StringComparison.Ordinal);

    [Fact]
    public void A_page_names_no_namespace_it_does_not_need() =>
        Assert.StartsWith("docs/sample.md:3: CS8019", Assert.Single(Faults("```csharp\nusing NodaTime;\nusing CandidateCrm.Rules;\nConsole.WriteLine(Duration.Zero);\n```\n")), StringComparison.Ordinal);

    private static IReadOnlyList<string> Faults(string markdown) => PageProgram.Faults(Page.Read("docs/sample.md", markdown));
}
