using CandidateCrm.Audit;
using CandidateCrm.Tests.Json;

namespace CandidateCrm.Tests.Audit;

public sealed class TempGolden
{
    [Fact]
    public void Write()
    {
        foreach (var (name, bundle) in GoldenBundles.All)
        {
            var published = BundleJson.Read(GoldenFiles.Read("Audit", name)).Bundle!;
            File.WriteAllText(Path.Combine(Fixtures.FixturePaths.RepositoryRoot, "tests", "CandidateCrm.Tests", "Audit", "Golden", name + ".json"), BundleJson.Write(bundle with { ZoneDataVersion = published.ZoneDataVersion }) + "\n");
        }
    }
}
