using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Conventions.PublicApi;

/// <summary>Writes one member as a reader of C# would.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static bool IsVisible(FieldInfo field) => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName;

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static bool IsVisible(PropertyInfo property) => property.GetAccessors(nonPublic: true).Any(IsVisible);

    public static string Of(FieldInfo field)
    {
        var modifier = (field.IsLiteral, field.IsStatic, field.IsInitOnly) switch
        {
            (true, _, _) => "const ",
            (_, true, true) => "static readonly ",
            (_, true, false) => "static ",
            (_, _, true) => "readonly ",
            _ => "",
        };
        var value = field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "";
        return $"{modifier}{TypeText.Of(field.FieldType, Nullable(() => Nullability.Create(field)))} {field.Name}{value}";
    }

    public static string Of(PropertyInfo property)
    {
        var accessors = new List<string>();
        if (property.GetMethod is { } get && IsVisible(get))
        {
            accessors.Add("get;");
        }

        if (property.SetMethod is { } set && IsVisible(set))
        {
            var isInit = set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            accessors.Add(isInit ? "init;" : "set;");
        }

        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{Parameters(parameters)}]" : "";
        var type = TypeText.Of(property.PropertyType, Nullable(() => Nullability.Create(property)));
        return $"{Modifiers(property.GetAccessors(nonPublic: true)[0])}{required}{type} {property.Name}{index} {{ {string.Join(' ', accessors)} }}";
    }

    public static string Of(ConstructorInfo constructor) =>
        $"{Modifiers(constructor)}{TypeText.SimpleName(constructor.DeclaringType!)}({Parameters(constructor.GetParameters())})";

    public static string Of(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        var returns = TypeText.Of(method.ReturnType, Nullable(() => Nullability.Create(method.ReturnParameter)));
        var extension = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return $"{Modifiers(method)}{returns} {method.Name}{generic}({extension}{Parameters(method.GetParameters())}){TypeText.Constraints(method.GetGenericArguments())}";
    }

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsConstructor || method.DeclaringType!.IsInterface)
        {
            return access + (method is { IsStatic: true, IsAbstract: true } ? "static abstract " : method.IsStatic ? "static " : "");
        }

        var isOverride = method is MethodInfo { IsVirtual: true } info && info.GetBaseDefinition() != info;
        return access + (method.IsStatic, method.IsAbstract, isOverride, method is { IsVirtual: true, IsFinal: false }) switch
        {
            (true, _, _, _) => "static ",
            (_, _, true, _) => "override ",
            (_, true, _, _) => "abstract ",
            (_, _, _, true) => "virtual ",
            _ => "",
        };
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        var prefix = parameter switch
        {
            { IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), false) || parameter.IsDefined(typeof(ParamCollectionAttribute), false) => "params ",
            _ => "",
        };
        var optional = parameter.HasDefaultValue ? " = " + Default(parameter) : "";
        return $"{prefix}{TypeText.Of(parameter.ParameterType, Nullable(() => Nullability.Create(parameter)))} {parameter.Name}{optional}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType ? "default" : Literal(parameter.RawDefaultValue);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };

    /// <summary>Reads the annotation where it can be read; some shapes (pointers, open generics) have none.</summary>
    private static NullabilityInfo? Nullable(Func<NullabilityInfo> read)
    {
        try
        {
            lock (Nullability)
            {
                return read();
            }
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
