using System.Collections;
using System.Reflection;
using CandidateCrm.Candidates;

namespace CandidateCrm.Tests.Privacy;

/// <summary>
/// Words that stand nowhere else, one for each place where something personal may stand, and a walk through whatever the library hands out.
/// What is marked as personal data is a cage: a canary may sit there, and is noted as seen. Anywhere else, and in any <c>ToString</c>, it is heard.
/// </summary>
internal sealed class Canaries
{
    private const string Mark = "kanarie-7f3a";
    private readonly HashSet<object> _walked = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _gate = new();

    /// <summary>Gets where a canary was heard.</summary>
    internal SortedSet<string> Heard { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the canaries that sat in a cage.</summary>
    internal SortedSet<string> Caged { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the types of the library that were met.</summary>
    internal SortedSet<string> Met { get; } = new(StringComparer.Ordinal);

    internal static string Of(string place) => $"{Mark}-{place}";

    /// <summary>Listens to a text.</summary>
    internal void Listen(string where, string? text)
    {
        if (text?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true)
        {
            lock (_gate)
            {
                Heard.Add($"{where}: {text}");
            }
        }
    }

    /// <summary>Walks through everything that can be reached.</summary>
    internal void Walk(string where, object? reached)
    {
        lock (_gate)
        {
            Walk(where, reached, depth: 0);
        }
    }

    /// <summary>Calls something that has to be refused, and listens to the refusal.</summary>
    internal async Task RefusedAsync(string where, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(call);
        Listen($"refusal of {where}", refusal.ToString());
    }

    private void Walk(string where, object? reached, int depth)
    {
        if (reached is null || depth > 24 || (reached is not string && !reached.GetType().IsValueType && !_walked.Add(reached)))
        {
            return;
        }

        if (reached is string text)
        {
            Listen(where, text);
            return;
        }

        if (reached is IEnumerable many)
        {
            Each(where, many, depth);
            return;
        }

        Listen($"{where}.ToString", reached.ToString());
        if (IsOfTheLibrary(reached.GetType()))
        {
            Met.Add(reached.GetType().Name);
        }

        if (IsOfTheLibrary(reached.GetType()) || reached.GetType() is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Members(where, reached, depth);
        }
    }

    private void Members(string where, object reached, int depth)
    {
        foreach (var property in reached.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
        {
            var value = Value(where, property, reached);
            if (property.IsDefined(typeof(PersonalDataAttribute), inherit: true))
            {
                Cage(value);
                Listen($"{where}.{property.Name}.ToString", value is string or IEnumerable ? null : value?.ToString());
            }
            else
            {
                Walk($"{where}.{property.Name}", value, depth + 1);
            }
        }
    }

    private void Each(string where, IEnumerable many, int depth)
    {
        try
        {
            foreach (var one in many)
            {
                Walk($"{where}[]", one, depth + 1);
            }
        }
        catch (InvalidOperationException unassigned)
        {
            // A list that was never assigned.
            Listen($"{where}[]", unassigned.ToString());
        }
    }

    private object? Value(string where, PropertyInfo property, object reached)
    {
        try
        {
            return property.GetValue(reached);
        }
        catch (TargetInvocationException refusal)
        {
            Listen($"{where}.{property.Name}", refusal.ToString());
            return null;
        }
    }

    /// <summary>Looks into a cage, whatever is in it.</summary>
    private void Cage(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                foreach (var word in text.Split([' ', '"', ':', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.StartsWith(Mark, StringComparison.Ordinal)))
                {
                    Caged.Add(word[(Mark.Length + 1)..]);
                }

                break;
            case IEnumerable many:
                foreach (var one in many)
                {
                    Cage(one);
                }

                break;
            default:
                if (IsOfTheLibrary(value.GetType()) || value.GetType().IsGenericType)
                {
                    foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                    {
                        Cage(Value("cage", property, value));
                    }
                }

                break;
        }
    }

    private static bool IsOfTheLibrary(Type type) => type.Assembly == typeof(CandidateId).Assembly || type.Assembly == typeof(CandidateCrmBuilderExtensions).Assembly;
}
