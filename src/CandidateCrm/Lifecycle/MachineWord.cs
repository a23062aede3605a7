using CandidateCrm.Candidates;

namespace CandidateCrm.Lifecycle;

/// <summary>The bounds of what names a piece of the host's code within a machine.</summary>
internal static class MachineWord
{
    internal static string Name(string? name, string what)
    {
        ArgumentNullException.ThrowIfNull(name);
        return HostText.IsCode(name)
            ? name
            : throw new ArgumentException($"The name of a {what} is 1 to 64 lower-case letters, digits and the marks - _ . and begins with a letter or digit.", nameof(name));
    }

    internal static string Description(string? description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        return description;
    }

    internal static int Version(int version) =>
        version >= 1 ? version : throw new ArgumentOutOfRangeException(nameof(version), version, "A version is 1 or more.");
}
