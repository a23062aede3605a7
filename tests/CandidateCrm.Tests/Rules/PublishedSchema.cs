using CandidateCrm.Fixtures;

namespace CandidateCrm.Tests.Rules;

/// <summary>The JSON Schemas of the documentation.</summary>
internal static class PublishedSchema
{
    internal static void IsTheOneOfTheTables(string name, string text)
    {
        var file = Path.Combine(FixturePaths.RepositoryRoot, "docs", "schemas", $"{name}.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.True(File.ReadAllText(file) == text, "docs/schemas differs from the tables; if that is meant, run this test with UPDATE_SCHEMA=1 and review the change.");
    }
}
