using CandidateCrm.Applications;

namespace CandidateCrm.Tests.Applications;

/// <summary>The page shows the machines as they are.</summary>
public sealed class ArrangementDrawingTests
{
    [Fact]
    public void The_page_draws_the_machine_of_an_interview() =>
        Assert.Contains($"```mermaid\n{InterviewMachine.Definition.ToMermaid()}```\n", Page(), StringComparison.Ordinal);

    [Fact]
    public void The_page_draws_the_machine_of_an_offer() =>
        Assert.Contains($"```mermaid\n{OfferMachine.Definition.ToMermaid()}```\n", Page(), StringComparison.Ordinal);

    private static string Page()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CandidateCrm.sln")))
        {
            root = root.Parent!;
        }

        return File.ReadAllText(Path.Combine(root.FullName, "docs", "interviews-and-offers.md")).ReplaceLineEndings("\n");
    }
}
