using System.Reflection;
using System.Runtime.CompilerServices;
using CandidateCrm.Conventions.PublicApi;

namespace CandidateCrm.Conventions.Types;

/// <summary>What a compiled type must keep.</summary>
public static class TypeRules
{
    public const int MostParameters = 5;
    public const int MostInterfaceMembers = 6;

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Fault> ClosedClasses(IEnumerable<Type> types) =>
        from type in types
        where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !IsGenerated(type)
        select new Fault("closed-classes", type.FullName!, "The class is open for inheritance: make it sealed, static or abstract.");

    /// <summary>Finds methods that take too much. Constructors are exempt: the container calls them.</summary>
    public static IEnumerable<Fault> FewParameters(IEnumerable<Type> types) =>
        from type in types
        where type.IsVisible && !type.IsSubclassOf(typeof(Delegate))
        from method in type.GetMethods(Declared)
        where method.IsPublic || method.IsFamily
        let count = method.GetParameters().Length - (method.IsDefined(typeof(ExtensionAttribute), false) ? 1 : 0)
        where count > MostParameters && !method.IsDefined(typeof(CompilerGeneratedAttribute), false)
        select new Fault("parameters", $"{type.FullName}.{method.Name}", $"The method takes {count} parameters; {MostParameters} are the limit. Make a record of what belongs together.");

    public static IEnumerable<Fault> NoPositionalRecords(IEnumerable<Type> types) =>
        from type in types
        where type.IsVisible && ApiText.IsRecord(type)
        where type.GetMethods(Declared).Any(method => method.Name == "Deconstruct" && method.IsDefined(typeof(CompilerGeneratedAttribute), false))
        select new Fault("positional-records", type.FullName!, "The public record is positional: a new property would break its callers. Use required properties with init.");

    /// <summary>Finds interfaces with too many members. Members with a default body are not counted: a host need not write them.</summary>
    public static IEnumerable<Fault> SmallInterfaces(IEnumerable<Type> types) =>
        from type in types
        where type is { IsInterface: true, IsVisible: true }
        let methods = type.GetMethods(Declared).Count(method => !method.IsSpecialName && method.IsAbstract)
        let count = methods + type.GetProperties(Declared).Count(IsToBeWritten) + type.GetEvents(Declared).Length
        where count > MostInterfaceMembers
        select new Fault("interface-members", type.FullName!, $"The interface has {count} members; a host writes at most {MostInterfaceMembers}. Split it, or make it exempt if hosts only call it.");

    private static bool IsToBeWritten(PropertyInfo property) => property.GetAccessors(nonPublic: true).Any(accessor => accessor.IsAbstract);

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.StartsWith('<') || (type.DeclaringType is { } outer && IsGenerated(outer))
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), false);
}
