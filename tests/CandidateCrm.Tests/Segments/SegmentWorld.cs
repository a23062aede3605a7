using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Segments;

/// <summary>A schema, rules over it, candidates, an instant and a zone, all from one seed: few values, so that they meet; the edges of clock changes among them.</summary>
internal sealed class SegmentWorld
{
    private static readonly (string Zone, string Near)[] Clocks =
    [
        ("UTC", "2026-02-28T23:59:59.999999999Z"), ("Europe/Berlin", "2026-03-29T01:00:00Z"), ("Europe/Berlin", "2026-10-25T01:00:00Z"),
        ("America/New_York", "2024-11-03T06:00:00Z"), ("America/Sao_Paulo", "2018-11-04T03:00:00Z"), ("America/Sao_Paulo", "2018-02-18T02:00:00Z"),
        ("America/Havana", "2024-11-03T05:00:00Z"), ("Atlantic/Azores", "2026-10-25T01:00:00Z"), ("Asia/Kathmandu", "2024-02-29T12:00:00Z"), ("Pacific/Apia", "2011-12-30T10:00:00Z"), ("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
    ];

    private static readonly string[] Texts = 
    [
        "a", "A", "ab", "AB", "b", "ä", "Ä", "a b", "z", "%", "a_", "'\"", "\\", "k", "\u212a", "s", "\u017f", "i", "\u0131", "\u0130", "ß", "\U00010428", "\U00010400", "\ufb01", "日😀",
    ];
    private static readonly string?[] Stored = [.. Texts, "", null];
    private static readonly decimal[] Numbers = [-1, 0, 0.0m, 1, 1.5m, 2, 15];

    private readonly Dice _dice;
    private readonly SegmentSchemaBuilder<Bag> _builder = SegmentSchema.For<Bag>();

    internal SegmentWorld(int seed)
    {
        _dice = new Dice(seed);
        var (zone, near) = Clocks[_dice.Below(Clocks.Length)];
        Zone = DateTimeZoneProviders.Tzdb[zone];
        Now = InstantPattern.ExtendedIso.Parse(near).Value + Nudge();
        Calendar = new OracleCalendar(Now, Zone, (IsoDayOfWeek)(1 + (_dice.Below(2) * 6)));
        _builder.WeekStartsOn(Calendar.WeekStart);
        AddFields(_builder, 2);
        Schema = _builder.Build();
    }

    internal static SegmentTerms Terms { get; } = new() { AsOf = Instant.FromUtc(2026, 1, 1, 0, 0) };

    internal SegmentSchema<Bag> Schema { get; }

    internal Instant Now { get; }

    internal DateTimeZone Zone { get; }

    internal OracleCalendar Calendar { get; }

    internal static bool IsMember(Bag bag, SegmentKey segment) => bag.Get<string>("member") == segment.Value;

    internal Bag Candidate()
    {
        var bag = Bag(Schema);
        bag["member"] = _dice.Below(3) == 0 ? null : $"s{_dice.Below(3)}";
        return bag;
    }

    internal SegmentRule Rule() => Rule(Schema, 3, 0);

    /// <summary>Makes a rule over another schema, and values for it.</summary>
    internal SegmentRule RuleOver(SegmentSchema schema) => Rule(schema, 3, 0);

    internal Bag BagOver(SegmentSchema schema) => Bag(schema);

    internal Dice Dice => _dice;

    /// <summary>Makes a rule of conditions that time alone may change.</summary>
    internal SegmentRule TimeRule()
    {
        var fields = Schema.Fields.Where(field => field.Type is FieldType.Date or FieldType.Instant).ToList();
        SegmentRule[] rules = [.. Enumerable.Range(0, 1 + _dice.Below(3)).Select(_ => fields[_dice.Below(fields.Count)])
            .Select(field => _dice.Coin ? Time(field) : (SegmentRule)Comparison(field, Schema))];
        return _dice.Coin ? SegmentRule.All(rules) : SegmentRule.Any(rules);
    }

    private Duration Nudge() => _dice.Below(7) switch
    {
        0 => Duration.Zero,
        1 => Duration.Epsilon,
        2 => -Duration.Epsilon,
        3 => Duration.FromMinutes(_dice.Below(240) - 120),
        4 => Duration.FromHours(_dice.Below(72) - 36),
        5 => Duration.FromDays(_dice.Below(400) - 200),
        _ => Duration.FromMilliseconds(_dice.Below(3) - 1),
    };

    private void AddFields(SegmentSchemaBuilder<Bag> builder, int deeper)
    {
        foreach (var type in Enum.GetValues<FieldType>())
        {
            for (var i = _dice.Below(2); i < 2; i++)
            {
                Add(builder, type, $"{(_dice.Coin ? "" : "the ")}{type}{i}", deeper);
            }
        }
    }

    private void Add(SegmentSchemaBuilder<Bag> builder, FieldType type, string name, int deeper)
    {
        var terms = new FieldTerms { IsCaseSensitive = _dice.Coin };
        switch (type)
        {
            case FieldType.Text:
                builder.Text(name, bag => bag.Get<string>(name), terms);
                break;
            case FieldType.Code:
                builder.Code(name, bag => bag.Get<string>(name));
                break;
            case FieldType.Number:
                builder.Number(name, bag => bag.Value<decimal>(name));
                break;
            case FieldType.Boolean:
                builder.Boolean(name, bag => bag.Value<bool>(name));
                break;
            case FieldType.Date:
                builder.Date(name, bag => bag.Value<LocalDate>(name));
                break;
            case FieldType.Instant:
                builder.Instant(name, bag => bag.Value<Instant>(name));
                break;
            case FieldType.TextSet:
                builder.TextSet(name, bag => bag.Get<IReadOnlyList<string>>(name), terms);
                break;
            case FieldType.CodeSet:
                builder.CodeSet(name, bag => bag.Get<IReadOnlyList<string>>(name));
                break;
            case FieldType.NumberSet:
                builder.NumberSet(name, bag => bag.Get<IReadOnlyList<decimal>>(name));
                break;
            default:
                if (deeper > 0)
                {
                    builder.Collection(name, bag => bag.Get<IReadOnlyList<Bag>>(name), items => AddFields(items, deeper - 1));
                }

                break;
        }
    }

    private Bag Bag(SegmentSchema schema)
    {
        var bag = new Bag();
        foreach (var field in schema.Fields.Where(_ => _dice.Below(5) > 0))
        {
            bag[field.Name] = field.Type switch
            {
                FieldType.Text or FieldType.Code => Stored[_dice.Below(Stored.Length)],
                FieldType.Number => Numbers[_dice.Below(Numbers.Length)],
                FieldType.Boolean => _dice.Coin,
                FieldType.Date => Date(),
                FieldType.Instant => At(),
                FieldType.TextSet or FieldType.CodeSet => Listed(() => Stored[_dice.Below(Stored.Length - 1)]!),
                FieldType.NumberSet => Listed(() => Numbers[_dice.Below(Numbers.Length)]),
                _ => Listed(() => Bag(field.Items!)),
            };
        }

        return bag;
    }

    private object Listed<T>(Func<T> make) => _dice.Coin ? _dice.Some(make, 3) : new List<T>(_dice.Some(make, 3));

    private LocalDate Date()
    {
        var today = Now.InZone(Zone).Date;
        var date = _dice.Below(6) switch
        {
            0 => today,
            1 => today.PlusDays(_dice.Below(5) - 2),
            2 => today.PlusMonths(_dice.Below(5) - 2),
            3 => new LocalDate(_dice.Below(4) * 4 + 1996, 2, 29),
            4 => today.PlusYears(-_dice.Below(4)).PlusDays(_dice.Below(3) - 1),
            _ => today.PlusDays(_dice.Below(800) - 400),
        };
        return _dice.Below(8) == 0 ? date.WithCalendar(CalendarSystem.Julian) : date;
    }

    /// <summary>An instant: near now, near a window of it, or near the start of a day.</summary>
    internal Instant At() => _dice.Below(4) switch
    {
        0 => Now,
        1 => Calendar.Plus(_dice.Below(7) - 3, _dice.Word<TimeUnit>()),
        2 => Calendar.Midnight(Date().WithCalendar(CalendarSystem.Iso)),
        _ => Now + Duration.FromMinutes(_dice.Below(200_000) - 100_000),
    } + Nudge(4);

    private Duration Nudge(int outOf) => _dice.Below(outOf) == 0 ? Duration.FromNanoseconds(_dice.Below(3) - 1) : Duration.Zero;

    private SegmentRule Rule(SegmentSchema schema, int deep, int counts) => _dice.Below(deep == 0 ? 1 : 5) switch
    {
        1 => new AndRule(Rules(schema, deep, counts)),
        2 => new OrRule(Rules(schema, deep, counts)),
        3 => new NotRule(Rule(schema, deep - 1, counts)),
        _ => Condition(schema, deep, counts),
    };

    private SegmentRule[] Rules(SegmentSchema schema, int deep, int counts) => [Rule(schema, deep - 1, counts), Rule(schema, deep - 1, counts), .. _dice.Some(() => Rule(schema, deep - 1, counts), 2)];

    private SegmentRule Condition(SegmentSchema schema, int deep, int counts)
    {
        var kind = _dice.Below(20);
        if (kind == 0 && counts == 0)
        {
            return new InSegmentRule([.. Enumerable.Range(0, 1 + _dice.Below(2)).Select(_ => SegmentKey.From($"s{_dice.Below(3)}"))], _dice.Coin);
        }

        if (kind == 1)
        {
            return SegmentRule.Everyone;
        }

        var field = schema.Fields[_dice.Below(schema.Fields.Length)];
        if (kind == 2)
        {
            return new HasValueRule(field.Name, _dice.Coin);
        }

        return field.Items is { } items && counts < 2 && _dice.Coin ? Count(field, items, deep, counts) : Compared(field, schema);
    }

    private CountRule Count(SegmentField field, SegmentSchema items, int deep, int counts)
    {
        var mode = _dice.Word<CountMode>();
        decimal[] thresholds = [1, 2, 0.5m, 0.34m, 0.001m];
        var where = Rule(items, Math.Max(0, deep - 1), counts + 1);
        return mode is CountMode.All or CountMode.Some or CountMode.None
            ? new CountRule(field.Name, where is EveryoneRule or NotRule { Rule: EveryoneRule } ? new HasValueRule(items.Fields[0].Name) : where, mode)
            : new CountRule(field.Name, where is EveryoneRule or NotRule { Rule: EveryoneRule } ? new HasValueRule(items.Fields[0].Name) : where, mode, thresholds[_dice.Below(thresholds.Length)]);
    }

    private SegmentRule Compared(SegmentField field, SegmentSchema schema)
    {
        switch (field.Type)
        {
            case FieldType.TextSet or FieldType.CodeSet or FieldType.NumberSet:
                return _dice.Coin
                    ? new SetsRule(field.Name, _dice.Word<SetOperator>(), Literals(field.Type))
                    : new TextRule(field.Name, _dice.Coin ? TextOperator.Contains : TextOperator.DoesNotContain, Operand(field, schema, isSearch: true));
            case FieldType.Collection:
                return new HasValueRule(field.Name, _dice.Coin);
            case FieldType.Boolean:
                return new CompareRule(field.Name, _dice.Coin ? CompareOperator.Equal : CompareOperator.NotEqual, Operand(field, schema, isSearch: false));
            case FieldType.Text or FieldType.Code when _dice.Below(3) == 0:
                return new TextRule(field.Name, _dice.Word<TextOperator>(), Operand(field, schema, isSearch: true));
            case FieldType.Date or FieldType.Instant when _dice.Coin:
                return Time(field);
            default:
                return _dice.Below(4) == 0 ? new InSetRule(field.Name, Literals(field.Type), _dice.Coin) : Comparison(field, schema);
        }
    }

    private CompareRule Comparison(SegmentField field, SegmentSchema schema)
    {
        var @operator = _dice.Word<CompareOperator>();
        return @operator is CompareOperator.Between or CompareOperator.NotBetween
            ? new CompareRule(field.Name, @operator, Operand(field, schema, isSearch: false), Operand(field, schema, isSearch: false))
            : new CompareRule(field.Name, @operator, Operand(field, schema, isSearch: false));
    }

    private TimeRule Time(SegmentField field)
    {
        var @operator = _dice.Word<TimeOperator>();
        if (@operator == TimeOperator.AnniversaryInNext && field.Type != FieldType.Date)
        {
            @operator = TimeOperator.InPeriod;
        }

        if (@operator is TimeOperator.InPeriod or TimeOperator.NotInPeriod)
        {
            return new TimeRule(field.Name, @operator, _dice.Word<CalendarPeriod>());
        }

        var unit = _dice.Word<TimeUnit>();
        return new TimeRule(field.Name, @operator, 1 + _dice.Below(3), field.Type == FieldType.Date && unit < TimeUnit.Day ? TimeUnit.Day : unit);
    }

    private SegmentOperand Operand(SegmentField field, SegmentSchema schema, bool isSearch)
    {
        var element = field.Type switch { FieldType.TextSet => FieldType.Text, FieldType.CodeSet => FieldType.Code, FieldType.NumberSet => FieldType.Number, var type => type };
        var others = schema.Fields.Where(other => other.Name.Length > 0
            && (other.Type == element || (isSearch && element is FieldType.Text or FieldType.Code && other.Type is FieldType.Text or FieldType.Code))).ToList();
        if (others.Count > 0 && _dice.Below(3) == 0)
        {
            return new FieldOperand(others[_dice.Below(others.Count)].Name);
        }

        if (element is FieldType.Date or FieldType.Instant && _dice.Coin)
        {
            var unit = _dice.Word<TimeUnit>();
            return new RelativeOperand(_dice.Word<TimeAnchor>(), _dice.Below(7) - 3, element == FieldType.Date && unit < TimeUnit.Day ? TimeUnit.Week : unit);
        }

        return new LiteralOperand(Literal(element));
    }

    private AttributeValue[] Literals(FieldType type) => [Literal(type), .. _dice.Some(() => Literal(type), 3)];

    private AttributeValue Literal(FieldType type) => type switch
    {
        FieldType.Number or FieldType.NumberSet => Numbers[_dice.Below(Numbers.Length)],
        FieldType.Boolean => _dice.Coin,
        FieldType.Date => Date(),
        FieldType.Instant => _dice.Coin ? Date() : At(),
        _ => Texts[_dice.Below(Texts.Length)],
    };
}
