using System.Collections.Immutable;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The members of an object in the order in which they are written. The one place where their names stand.</summary>
internal sealed class MemberTable<T>
{
    private readonly List<Member<T>> _members = [];

    internal IReadOnlyList<Member<T>> Members => _members;

    /// <summary>Adds a member that must be given.</summary>
    internal TypedMember<T, TValue> Must<TValue>(string name, Shape<TValue> shape, Func<T, TValue> get, string says) =>
        Add(new TypedMember<T, TValue>(name, says, shape, get));

    /// <summary>Adds a member that may be left out, and is where it has its default.</summary>
    internal TypedMember<T, TValue> May<TValue>(string name, Shape<TValue> shape, Func<T, TValue> get, string says, TValue otherwise = default!) =>
        Add(new TypedMember<T, TValue>(name, says, shape, get)
        {
            IsOptional = true,
            Default = otherwise,
            IsLeftOut = value => EqualityComparer<TValue>.Default.Equals(value, otherwise),
        });

    /// <summary>Adds a member that may be left out, and is where it has no value.</summary>
    internal TypedMember<T, TValue?> Maybe<TValue>(string name, Shape<TValue> shape, Func<T, TValue?> get, string says)
        where TValue : struct =>
        Add(new TypedMember<T, TValue?>(name, says, new NullableShape<TValue>(shape), get) { IsOptional = true, IsLeftOut = value => value is null });

    /// <summary>Adds a list that may be left out, and is where it is empty.</summary>
    internal TypedMember<T, ImmutableArray<TItem>> List<TItem>(string name, Shape<ImmutableArray<TItem>> shape, Func<T, ImmutableArray<TItem>> get, string says) =>
        Add(new TypedMember<T, ImmutableArray<TItem>>(name, says, shape, get) { IsOptional = true, Default = [], IsLeftOut = items => items.IsDefaultOrEmpty });

    /// <summary>Adds texts by language that may be left out, and are where there are none.</summary>
    internal TypedMember<T, ImmutableSortedDictionary<string, string>> Words(string name, Func<T, ImmutableSortedDictionary<string, string>> get, string says) =>
        Add(new TypedMember<T, ImmutableSortedDictionary<string, string>>(name, says, new WordsByLanguageShape(Texts.Passage), get)
        {
            IsOptional = true,
            Default = ImmutableSortedDictionary<string, string>.Empty,
            IsLeftOut = words => words is null or { Count: 0 },
        });

    /// <summary>Adds the version: 1 where it is not given, but always written.</summary>
    internal TypedMember<T, int> Version(Func<T, int> get) =>
        Add(new TypedMember<T, int>("version", "The version of the definition under its key, from 1 on.", new WholeShape(1, int.MaxValue, "A version"), get) { IsOptional = true, Default = 1 });

    /// <summary>Adds a member that may be given and is never written.</summary>
    internal void Ignore<TValue>(string name, Shape<TValue> shape, string says) =>
        Add(new TypedMember<T, TValue>(name, says, shape, _ => default!) { IsOptional = true, IsLeftOut = _ => true });

    private TypedMember<T, TValue> Add<TValue>(TypedMember<T, TValue> member)
    {
        _members.Add(member);
        return member;
    }
}
