using CandidateCrm.Audit;
using CandidateCrm.Tests.Json;

namespace CandidateCrm.Tests.Audit;

public sealed class GoldenBundleTests
{
    public static TheoryData<string> Names => [.. GoldenBundles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bundle_is_exported_as_it_was_published(string name)
    {
        var published = BundleJson.Read(GoldenFiles.Read("Audit", name)).Bundle!;

        // Zone data come with the machine; everything else is the same wherever it is exported.
        Assert.Equal(GoldenFiles.Read("Audit", name), BundleJson.Write(GoldenBundles.All[name] with { ZoneDataVersion = published.ZoneDataVersion }));
    }
}
