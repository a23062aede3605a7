using System.Collections;
using System.Reflection;

namespace CandidateCrm.Tests.Json;

/// <summary>Compares values member by member and element by element, because records with collections promise no equality.</summary>
internal static class Structure
{
    internal static bool SameAs(this object? one, object? other) => Difference(one, other, "$") is null;

    /// <summary>Returns the path of the first difference, or null.</summary>
    internal static string? Difference(object? one, object? other, string path = "$")
    {
        if (one is null || other is null || one.GetType() != other.GetType())
        {
            return one is null && other is null ? null : path;
        }

        if (one is IEnumerable items and not string)
        {
            return Elements([.. items.Cast<object?>()], [.. ((IEnumerable)other).Cast<object?>()], path);
        }

        var type = one.GetType();
        return type.Namespace?.StartsWith("CandidateCrm", StringComparison.Ordinal) != true || type.IsEnum || type.GetProperty("IsAssigned") is not null
            ? one.Equals(other) ? null : path
            : Members(type, one, other, path);
    }

    private static string? Elements(object?[] one, object?[] other, string path) =>
        one.Length != other.Length
            ? $"{path}.Length"
            : one.Select((item, i) => Difference(item, other[i], $"{path}[{i}]")).FirstOrDefault(d => d is not null);

    // What a value computes from others of its own shape is not looked at again.
    private static string? Members(Type type, object one, object other, string path) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(field => Difference(field.GetValue(one), field.GetValue(other), $"{path}.{field.Name}"))
            .FirstOrDefault(d => d is not null);
}
