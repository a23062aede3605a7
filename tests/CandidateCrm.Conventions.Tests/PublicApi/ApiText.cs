using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Conventions.PublicApi;

/// <summary>Writes the public surface of an assembly as text: one type or member a line, sorted, as a reader of C# would write it.</summary>
public static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What the compiler writes for every record: it follows from the word «record».</summary>
    private static readonly string[] RecordPlumbing = ["PrintMembers", "<Clone>$", "Deconstruct", "op_Equality", "op_Inequality", "GetHashCode", "Equals", "get_EqualityContract"];

    public static IReadOnlyList<string> Of(IEnumerable<Type> types)
    {
        var lines = new List<string>();
        foreach (var type in types.Where(IsVisible).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            lines.Add(Header(type));
            lines.AddRange(Members(type).Order(StringComparer.Ordinal).Select(member => "    " + member));
        }

        return lines;
    }

    private static bool IsVisible(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!));

    private static string Header(Type type)
    {
        var bases = new List<string>();
        if (type is { IsEnum: false, IsValueType: false, BaseType: { } parent } && parent != typeof(object) && !IsDelegate(type))
        {
            bases.Add(TypeText.Of(parent));
        }

        bases.AddRange(OwnInterfaces(type).Select(TypeText.Of).Order(StringComparer.Ordinal));
        var suffix = bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
        return $"{Kind(type)} {type.Namespace}.{TypeText.Of(type)}{suffix}{TypeText.Constraints(type.GetGenericArguments())}";
    }

    /// <summary>Leaves out what a base type or another interface brings along, and what every record has.</summary>
    private static IEnumerable<Type> OwnInterfaces(Type type)
    {
        var all = type.IsEnum || IsDelegate(type) ? [] : type.GetInterfaces();
        var inherited = (type.BaseType?.GetInterfaces() ?? []).Concat(all.SelectMany(face => face.GetInterfaces())).ToHashSet();
        return all.Where(face => !inherited.Contains(face) && !(IsRecord(type) && face == typeof(IEquatable<>).MakeGenericType(type)));
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsInterface || IsDelegate(type))
        {
            return type.IsInterface ? "interface" : "delegate";
        }

        var record = IsRecord(type) ? "record " : "";
        if (type.IsValueType)
        {
            return (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "") + record + "struct";
        }

        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + record + "class";
    }

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(MulticastDelegate));

    internal static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute), false));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name =>
                $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}");
        }

        if (IsDelegate(type))
        {
            return [MemberText.Of(type.GetMethod("Invoke")!)];
        }

        return type.GetFields(Declared).Where(MemberText.IsVisible).Select(MemberText.Of)
            .Concat(type.GetProperties(Declared).Where(MemberText.IsVisible).Where(property => property.Name != "EqualityContract").Select(MemberText.Of))
            .Concat(type.GetEvents(Declared).Where(item => MemberText.IsVisible(item.AddMethod!)).Select(item => $"event {TypeText.Of(item.EventHandlerType!)} {item.Name}"))
            .Concat(type.GetConstructors(Declared).Where(MemberText.IsVisible).Where(method => !IsCopyConstructor(type, method)).Select(MemberText.Of))
            .Concat(type.GetMethods(Declared).Where(MemberText.IsVisible).Where(method => !IsNoise(type, method)).Select(MemberText.Of));
    }

    private static bool IsCopyConstructor(Type type, ConstructorInfo constructor) =>
        IsRecord(type) && constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static bool IsNoise(Type type, MethodInfo method)
    {
        var isOperator = method.Name.StartsWith("op_", StringComparison.Ordinal);
        if (method.IsSpecialName && !isOperator)
        {
            return true; // accessors: their property or event is listed
        }

        var generated = method.IsDefined(typeof(CompilerGeneratedAttribute), false);
        return IsRecord(type) && generated && (RecordPlumbing.Contains(method.Name, StringComparer.Ordinal) || method.Name == "ToString");
    }
}
