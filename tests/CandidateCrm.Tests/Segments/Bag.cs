namespace CandidateCrm.Tests.Segments;

/// <summary>A candidate, or an item, as a dictionary.</summary>
internal sealed class Bag : Dictionary<string, object?>
{
    internal Bag()
    {
    }

    internal Bag(IDictionary<string, object?> values)
        : base(values)
    {
    }

    internal T? Get<T>(string name) => TryGetValue(name, out var value) && value is T typed ? typed : default;

    internal T? Value<T>(string name)
        where T : struct => TryGetValue(name, out var value) && value is T typed ? typed : null;
}
