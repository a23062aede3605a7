using System.Reflection;

namespace CandidateCrm.Conventions.PublicApi;

/// <summary>Writes a type as a reader of C# would: keywords, generic arguments, question marks.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool",
        [typeof(byte)] = "byte", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(uint)] = "uint", [typeof(ulong)] = "ulong", [typeof(ushort)] = "ushort", [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, null);

    public static string Of(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        // A type parameter answers «nullable» where nothing is said about it, so its question mark is left out.
        var mark = nullability is { ReadState: NullabilityState.Nullable } && type is { IsValueType: false, IsGenericParameter: false } ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword + mark;
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? SimpleName(type.DeclaringType!) + "." : "";
        return outer + SimpleName(type) + Arguments(type, nullability) + mark;
    }

    public static string SimpleName(Type type)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }

    public static string Constraints(Type[] parameters)
    {
        var texts = parameters.Where(parameter => parameter.IsGenericParameter).Select(parameter => (parameter.Name, Rules: Rules(parameter).ToList()));
        return string.Concat(texts.Where(text => text.Rules.Count > 0).Select(text => $" where {text.Name} : {string.Join(", ", text.Rules)}"));
    }

    private static string Arguments(Type type, NullabilityInfo? nullability)
    {
        if (!type.IsGenericType)
        {
            return "";
        }

        var arguments = type.GetGenericArguments();
        var known = nullability?.GenericTypeArguments.Length == arguments.Length;
        return $"<{string.Join(", ", arguments.Select((argument, i) => Of(argument, known ? nullability!.GenericTypeArguments[i] : null)))}>";
    }

    private static IEnumerable<string> Rules(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            yield return "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)))
        {
            yield return Of(constraint);
        }

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            yield return "new()";
        }
    }
}
