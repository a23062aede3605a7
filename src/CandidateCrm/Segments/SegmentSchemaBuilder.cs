using System.Linq.Expressions;
using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Segments.Queries;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// Names the fields of a schema, each with an accessor, and gives the handle with which rules are made in code. What a handle can do follows from
/// the class: a contact or protected attribute has no comparison. For one thread.
/// </summary>
/// <typeparam name="T">What the rules are about.</typeparam>
public sealed class SegmentSchemaBuilder<T>
{
    private readonly List<SegmentField> _fields = [];
    private readonly Dictionary<string, FieldReader<T>> _readers = new(StringComparer.Ordinal);
    private IsoDayOfWeek _weekStart = IsoDayOfWeek.Monday;

    internal SegmentSchemaBuilder()
    {
    }

    /// <summary>Sets the first day of a week: Monday, unless it is said otherwise.</summary>
    public SegmentSchemaBuilder<T> WeekStartsOn(IsoDayOfWeek day)
    {
        _weekStart = day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday ? day : throw new ArgumentOutOfRangeException(nameof(day), day, "A week starts on one of its days.");
        return this;
    }

    /// <summary>Names a text.</summary>
    public TextField Text(string name, Expression<Func<T, string?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.Text, read, terms));

    /// <summary>Names a text that the host also keeps in upper case, as <see cref="string.ToUpperInvariant"/> has it, so that queries which ignore case find it by an index.</summary>
    public TextField Text(string name, Expression<Func<T, string?>> read, Expression<Func<T, string?>> upper, FieldTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(upper);
        return new(Add(name, FieldType.Text, new ValueReader<T, string?>(read) { Folded = upper }, terms));
    }

    /// <summary>Names a code.</summary>
    public TextField Code(string name, Expression<Func<T, string?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.Code, read, terms));

    /// <summary>Names a code that the host keeps as a member of an enumeration: the code is its name. What is no member is no value.</summary>
    public TextField Code<TEnum>(string name, Expression<Func<T, TEnum?>> read, FieldTerms? terms = null)
        where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(Add(name, FieldType.Code, EnumCodes.Reader(read), terms));
    }

    /// <summary>Names a code that the host keeps as a member of an enumeration: the code is its name. What is no member is no value.</summary>
    public TextField Code<TEnum>(string name, Expression<Func<T, TEnum>> read, FieldTerms? terms = null)
        where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(read);
        return Code(name, Expression.Lambda<Func<T, TEnum?>>(Expression.Convert(read.Body, typeof(TEnum?)), read.Parameters), terms);
    }

    /// <summary>Names a number.</summary>
    public NumberField Number(string name, Expression<Func<T, decimal?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.Number, read, terms));

    /// <summary>Names a truth value.</summary>
    public BooleanField Boolean(string name, Expression<Func<T, bool?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.Boolean, read, terms));

    /// <summary>Names a date.</summary>
    public DateField Date(string name, Expression<Func<T, LocalDate?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.Date, read, terms));

    /// <summary>Names a date that the host keeps in the framework's type.</summary>
    public DateField Date(string name, Expression<Func<T, DateOnly?>> read, FieldTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        Expression<Func<DateOnly?, LocalDate?>> date = day => day == null ? null : LocalDate.FromDateOnly(day.Value);
        return new(Add(name, FieldType.Date, new ValueReader<T, LocalDate?>(Expression.Lambda<Func<T, LocalDate?>>(Rebinding.Body(date, read.Body), read.Parameters), read), terms));
    }

    /// <summary>Names an instant.</summary>
    public InstantField Instant(string name, Expression<Func<T, Instant?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.Instant, read, terms));

#pragma warning disable RS0030 // Hosts keep times in these types.
    /// <summary>Names an instant that the host keeps as a time with an offset.</summary>
    public InstantField Instant(string name, Expression<Func<T, DateTimeOffset?>> read, FieldTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(Add(name, FieldType.Instant, new ValueReader<T, Instant?>(HostTimes.Read(read), read), terms));
    }

    /// <summary>Names an instant that the host keeps as a time of UTC.</summary>
    public InstantField Instant(string name, Expression<Func<T, DateTime?>> read, FieldTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new(Add(name, FieldType.Instant, new ValueReader<T, Instant?>(HostTimes.Read(read), read), terms));
    }
#pragma warning restore RS0030

    /// <summary>Names a set of texts. Arrays and lists are read without allocation.</summary>
    public TextSetField TextSet(string name, Expression<Func<T, IReadOnlyList<string>?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.TextSet, read, terms));

    /// <summary>Names a set of codes. Arrays and lists are read without allocation.</summary>
    public TextSetField CodeSet(string name, Expression<Func<T, IReadOnlyList<string>?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.CodeSet, read, terms));

    /// <summary>Names a set of numbers. Arrays and lists are read without allocation.</summary>
    public NumberSetField NumberSet(string name, Expression<Func<T, IReadOnlyList<decimal>?>> read, FieldTerms? terms = null) => new(Add(name, FieldType.NumberSet, read, terms));

    /// <summary>Names a collection.</summary>
    /// <typeparam name="TItem">What an item is.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="read">How it is read. Arrays and lists are read without allocation.</param>
    /// <param name="items">Names the fields of an item; weeks start there as they do here.</param>
    /// <param name="terms">What else is to be said of it.</param>
    public CollectionField Collection<TItem>(string name, Expression<Func<T, IEnumerable<TItem>?>> read, Action<SegmentSchemaBuilder<TItem>> items, FieldTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(items);
        var builder = new SegmentSchemaBuilder<TItem>().WeekStartsOn(_weekStart);
        items(builder);
        var schema = builder.Build();
        Add(FieldOf(name, FieldType.Collection, terms) with { Items = schema }, new ItemsReader<T, TItem>(read, schema));
        return new CollectionField(name);
    }

    /// <summary>Names a way to reach somebody. Rules may ask whether there is one.</summary>
    public ContactField Contact(string name, Expression<Func<T, string?>> read, FieldHome home = FieldHome.Host)
    {
        ArgumentNullException.ThrowIfNull(read);
        Add(FieldOf(name, FieldType.Text, new FieldTerms { Home = home }) with { Class = AttributeClass.Contact }, new ValueReader<T, string?>(read));
        return new ContactField(name);
    }

    /// <summary>Names a protected attribute. It is never read.</summary>
    public ProtectedField Protected(string name, FieldType type, FieldHome home = FieldHome.Host)
    {
        Add(FieldOf(name, Known.Member(type, nameof(type)), new FieldTerms { Home = home }) with { Class = AttributeClass.Protected }, reader: null);
        return new ProtectedField(name);
    }

    /// <summary>Makes the schema of what was named so far.</summary>
    public SegmentSchema<T> Build() => new([.. _fields], _readers, _weekStart);

    internal SegmentSchema<T> Element(FieldType type, FieldReader<T> reader, bool isCaseSensitive, IsoDayOfWeek weekStart)
    {
        _weekStart = weekStart;
        _fields.Add(new SegmentField { Name = string.Empty, Type = type, Class = AttributeClass.Ordinary, Home = FieldHome.Recorded, IsCaseSensitive = isCaseSensitive });
        _readers.Add(string.Empty, reader);
        return Build();
    }

    private static SegmentField FieldOf(string name, FieldType type, FieldTerms? terms)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name is SegmentSchema.SegmentName or SegmentSchema.EveryoneName || name.Length > SegmentSchema.LongestName || name.Any(char.IsControl))
        {
            throw new ArgumentException("A field's name has at most 200 characters and no control characters, and is neither «segment» nor «everyone».", nameof(name));
        }

        terms ??= new FieldTerms();
        return new SegmentField
        {
            Name = name,
            Type = type,
            Class = terms.IsProxy || terms.Justification is not null ? AttributeClass.Proxy : AttributeClass.Ordinary,
            Home = terms.Home,
            IsCaseSensitive = type is FieldType.Code or FieldType.CodeSet || terms.IsCaseSensitive,
            Justification = terms.Justification,
        };
    }

    private string Add<TValue>(string name, FieldType type, Expression<Func<T, TValue>> read, FieldTerms? terms)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Add(name, type, new ValueReader<T, TValue>(read), terms);
    }

    private string Add(string name, FieldType type, FieldReader<T> reader, FieldTerms? terms)
    {
        var field = FieldOf(name, type, terms);
        Add(field with { Items = SetElements.Of(field, _weekStart) }, reader);
        return name;
    }

    private void Add(SegmentField field, FieldReader<T>? reader)
    {
        if (_fields.Any(other => other.Name == field.Name))
        {
            throw new ArgumentException($"The schema names the field «{field.Name}» more than once.", nameof(field));
        }

        _fields.Add(field);
        if (reader is not null)
        {
            _readers.Add(field.Name, reader);
        }
    }
}
