using System.Reflection;
using CandidateCrm.Candidates;

namespace CandidateCrm.Conventions.Privacy;

/// <summary>Puts a canary into every property that holds personal data and listens whether <c>ToString</c> sings.</summary>
public static class PersonalDataRule
{
    public static IEnumerable<Fault> Silent(IEnumerable<Type> types) =>
        from type in types
        where type is { ContainsGenericParameters: false, IsInterface: false } && !(type.IsAbstract && type.IsSealed)
        let marked = Marked(type)
        where marked.Count > 0
        from sentence in type.IsAbstract ? [] : Faults(type, marked)
        select new Fault("personal-data", type.FullName!, sentence);

    private static List<PropertyInfo> Marked(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(property => property.IsDefined(typeof(PersonalDataAttribute), true))];

    private static IEnumerable<string> Faults(Type type, List<PropertyInfo> marked)
    {
        var instance = Canary.Blank(type);
        foreach (var property in marked)
        {
            if (!Canary.TryMake(property.PropertyType, out var value) || !TrySet(instance, property, value))
            {
                yield return $"{property.Name} ({property.PropertyType.Name}) is personal data that the check cannot fill: teach it to {nameof(Canary)}.";
            }
        }

        if (Said(instance) is { } said && said.Contains(Canary.Text, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"ToString shows personal data: write one that shows ids only. It said «{said}».";
        }
    }

    /// <summary>Writes the field behind the property, because an init accessor may refuse the canary.</summary>
    private static bool TrySet(object instance, PropertyInfo property, object value)
    {
        for (var type = instance.GetType(); type is not null; type = type.BaseType)
        {
            var field = type.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            if (field is not null)
            {
                field.SetValue(instance, value);
                return true;
            }
        }

        if (property.SetMethod is null)
        {
            return false;
        }

        property.SetValue(instance, value);
        return true;
    }

    /// <summary>A type whose other properties are blank may be unable to speak; what it does not say cannot show personal data either.</summary>
    private static string? Said(object instance)
    {
        try
        {
            return instance.ToString();
        }
        catch (Exception exception) when (exception is NullReferenceException or InvalidOperationException or ArgumentException)
        {
            return $"{exception.Message} (ToString fails on a blank {instance.GetType().Name}; {Canary.Text})";
        }
    }
}
