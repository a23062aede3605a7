namespace CandidateCrm.Conventions;

/// <summary>A convention finds faults, each a sentence; this is where they fail a test.</summary>
public static class Convention
{
    public static void Holds(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, Environment.NewLine + string.Join(Environment.NewLine, found));
    }

    /// <summary>Holds when every fault is exempt, and every exemption of the rule is still needed.</summary>
    public static void Holds(string rule, IEnumerable<Fault> faults) => Holds(Open(rule, [.. faults], Exemptions.All));

    public static IEnumerable<string> Open(string rule, IReadOnlyList<Fault> faults, IReadOnlyDictionary<(string Rule, string Where), string> exemptions)
    {
        var stale = exemptions.Keys.Where(key => key.Rule == rule && !faults.Any(fault => fault.Where == key.Where))
            .Select(key => $"[{key.Where}] is exempt from «{rule}» but does not break it; remove the exemption.");
        return faults.Where(fault => !exemptions.ContainsKey((rule, fault.Where)))
            .Select(fault => $"[{fault.Where}] {fault.Sentence}")
            .Concat(stale);
    }
}
