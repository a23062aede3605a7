using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CandidateCrm.Conventions.Privacy;

/// <summary>Makes a value of a type with a word in it that stands nowhere else.</summary>
public static class Canary
{
    /// <summary>A text that is also a valid code of the host.</summary>
    public const string Text = "canary-7f3a";

    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    public static object Blank(Type type) => RuntimeHelpers.GetUninitializedObject(type);

    public static bool TryMake(Type type, [NotNullWhen(true)] out object? value) => (value = Make(type, depth: 0)) is not null;

    private static object? Make(Type type, int depth)
    {
        if (depth > 4)
        {
            return null;
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain.IsAssignableFrom(typeof(string)) => Text,
            _ when plain == typeof(JsonElement) => JsonSerializer.SerializeToElement(Text),
            _ when Element(plain) is { } element => Collection(plain, element, depth),
            _ when Factory(plain) is { } from => from.Invoke(null, [Text]),
            _ when plain.Assembly == typeof(string).Assembly || plain.IsAbstract => null,
            _ => Filled(plain, depth),
        };
    }

    private static MethodInfo? Factory(Type type) => type.GetMethod("From", BindingFlags.Public | BindingFlags.Static, [typeof(string)]);

    private static Type? Element(Type type) =>
        type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces().Append(type).FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static object? Collection(Type type, Type element, int depth)
    {
        if (element.IsGenericType && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            return Map(type, element.GetGenericArguments(), depth);
        }

        if (Make(element, depth + 1) is not { } item)
        {
            return null;
        }

        var array = Array.CreateInstance(element, 1);
        array.SetValue(item, 0);
        var immutable = typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element).Invoke(null, [array])!;
        return new[] { array, immutable }.FirstOrDefault(type.IsInstanceOfType);
    }

    private static object? Map(Type type, Type[] arguments, int depth)
    {
        if (Make(arguments[0], depth + 1) is not { } key || Make(arguments[1], depth + 1) is not { } value)
        {
            return null;
        }

        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        map[key] = value;
        var immutable = typeof(ImmutableDictionary).GetMethods()
            .Single(method => method.Name == nameof(ImmutableDictionary.CreateRange) && method.GetParameters().Length == 1)
            .MakeGenericMethod(arguments).Invoke(null, [map])!;
        var sorted = typeof(ImmutableSortedDictionary).GetMethods()
            .Single(method => method.Name == nameof(ImmutableSortedDictionary.CreateRange) && method.GetParameters().Length == 1)
            .MakeGenericMethod(arguments).Invoke(null, [map])!;
        return new[] { map, immutable, sorted }.FirstOrDefault(type.IsInstanceOfType);
    }

    /// <summary>Fills every field that can be filled; a type without one has no place for the canary.</summary>
    private static object? Filled(Type type, int depth)
    {
        var blank = Blank(type);
        var filled = 0;
        foreach (var field in type.GetFields(Instance))
        {
            if (Make(field.FieldType, depth + 1) is { } value)
            {
                field.SetValue(blank, value);
                filled++;
            }
        }

        return filled > 0 ? blank : null;
    }
}
