using System.Collections.Immutable;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Replays bundles, with nothing but themselves.</summary>
public static class ReplayBundleExtensions
{
    internal static string ZoneData => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>Replays a bundle with the engine of this version.</summary>
    public static Decision Replay(this ReplayBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return new RelationshipEngine().Replay(bundle.Relationship, bundle.Events, bundle.Rules, bundle.Horizon);
    }

    /// <summary>Replays a bundle and compares the outcome, line by line, with the one that it was exported with.</summary>
    public static BundleVerification Verify(this ReplayBundle bundle)
    {
        var actual = OutcomeText.Of(bundle.Replay());
        var line = FirstDifference(bundle.Outcome, actual);
        return new BundleVerification
        {
            Line = line,
            Expected = line > 0 ? bundle.Outcome.ElementAtOrDefault(line - 1) : null,
            Actual = line > 0 ? actual.ElementAtOrDefault(line - 1) : null,
            IsSameEngine = bundle.EngineVersion == RelationshipEngine.Version,
            IsSameZoneData = string.Equals(bundle.ZoneDataVersion, ZoneData, StringComparison.Ordinal),
        };
    }

    /// <summary>Returns the number of the first line that differs, from 1 on; 0 for none.</summary>
    private static int FirstDifference(ImmutableArray<string> expected, ImmutableArray<string> actual)
    {
        var common = Math.Min(expected.Length, actual.Length);
        for (var i = 0; i < common; i++)
        {
            if (!string.Equals(expected[i], actual[i], StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        return expected.Length == actual.Length ? 0 : common + 1;
    }
}
