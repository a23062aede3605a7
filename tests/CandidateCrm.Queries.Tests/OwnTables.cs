using System.Data.Common;
using CandidateCrm.Segments;
using NodaTime.Text;

namespace CandidateCrm.Queries.Tests;

/// <summary>Tables of a host that uses no mapper: a row for a person, and one for each item. Their names are as bad as names can be.</summary>
internal sealed class OwnTables(DbConnection connection, bool isPostgreSql) : IDisposable
{
    private const string Owner = "own\"er";
    private static readonly string[] OfPeople = ["name", "full name", "nick", "country", "the region", "pay", "wanted pay", "years", "level", "points", "mobile", "open", "birthday", "registered", "graduated", "contactedAt", "repliedAt", "seenAt"];
    private static readonly string[] OfTouches = ["kind", "note", "at", "on", "cost", "answered"];

    private int _items;

    internal SqlDialect Dialect => isPostgreSql ? PostgreSqlDialect.Instance : SqliteDialect.Instance;

    /// <summary>Gets the tables as rules read them. «standing», «wish» and «spoken name» have no column.</summary>
    internal SqlTable People => Table("people'; drop table \"x\" --", OfPeople) with
    {
        Items = new Dictionary<string, SqlItems>
        {
            ["skills"] = Rows(Table("skills", [""])),
            ["tags"] = Rows(Table("tags", [""])),
            ["grades"] = Rows(Table("grades", [""])),
            ["touches"] = Rows(Table("touches", OfTouches) with
            {
                Items = new Dictionary<string, SqlItems> { ["labels"] = Rows(Table("labels", [""])), ["links"] = Rows(Table("links", ["page", "rank"])) },
            }),
        },
        Members = new SqlMembers { Rows = Rows(Table("members", [])), Segment = "seg\"ment" },
    };

    public void Dispose() => connection.Dispose();

    internal void Fill(IEnumerable<Person> people)
    {
        Create(People.Name, [.. OfPeople, "full name upper"]);
        Create("touches", OfTouches);
        Create("links", ["page", "rank"]);
        Create("grades", [""]);
        foreach (var set in (string[])["skills", "tags", "labels"])
        {
            Run($"create table {set} (id bigint, {Quote(Owner)} bigint, {Quote("element")} text)", []);
        }

        Run($"create table members (id bigint, {Quote(Owner)} bigint, {Quote("seg\"ment")} text)", []);
        Run("begin", []);
        foreach (var person in people)
        {
            Add(person);
        }

        Run("commit", []);
    }

    internal HashSet<int> Find(string condition, IEnumerable<SqlParameter> parameters)
    {
        using var command = Command($"select c.id from {Quote(People.Name)} c where {condition}", parameters);
        using var reader = command.ExecuteReader();
        var found = new HashSet<int>();
        while (reader.Read())
        {
            found.Add((int)reader.GetInt64(0));
        }

        return found;
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static SqlItems Rows(SqlTable table) => new() { Table = table, Joins = [new SqlJoin { Outer = "id", Inner = Owner }] };

    private static string ColumnOf(string field) => field.Length == 0 ? "element" : field;

    private SqlTable Table(string name, string[] fields) => new()
    {
        Name = name,
        Columns = fields.ToDictionary(field => field, field => new SqlColumn { Name = ColumnOf(field), Upper = field == "full name" ? "full name upper" : null, Instants = Form(field) }),
    };

    private SqlInstants Form(string field) => isPostgreSql && field is "contactedAt" or "repliedAt" ? SqlInstants.TimestampWithTimeZone : SqlInstants.UnixMicroseconds;

    private void Create(string table, string[] fields) => Run(
        $"create table {Quote(table)} (id bigint, {Quote(Owner)} bigint, {string.Join(", ", fields.Select(field => $"{Quote(ColumnOf(field))} {TypeOf(field)}"))})", []);

    private string TypeOf(string field) => field switch
    {
        "pay" or "wanted pay" or "cost" or "" => "numeric",
        "years" or "level" or "points" or "rank" => "bigint",
        "mobile" or "open" or "answered" => "boolean",
        "birthday" or "registered" or "graduated" or "on" => isPostgreSql ? "date" : "text",
        "contactedAt" or "repliedAt" or "seenAt" or "at" => Form(field) == SqlInstants.TimestampWithTimeZone && isPostgreSql ? "timestamptz" : "bigint",
        _ => "text",
    };

    private void Add(Person person)
    {
        var values = PersonFields.BagOf(person);
        values["full name upper"] = person.NameUpper;
        Insert(People.Name, person.Id, 0, [.. OfPeople.Append("full name upper").Select(field => (field, values[field]))]);
        Elements("skills", person.Id, person.Skills ?? []);
        Elements("tags", person.Id, person.Tags ?? []);
        foreach (var grade in person.Grades ?? [])
        {
            Insert("grades", 0, person.Id, [("", grade)]);
        }

        if (person.Member is { } segment)
        {
            Insert("members", 0, person.Id, [("seg\"ment", segment)]);
        }

        foreach (var touch in person.Touches)
        {
            var id = ++_items;
            Insert("touches", id, person.Id, [.. OfTouches.Select(field => (field, PersonFields.OfTouch.Single(each => each.Name == field).Read(touch)))]);
            Elements("labels", id, touch.Labels ?? []);
            foreach (var link in touch.Links)
            {
                Insert("links", 0, id, [("page", link.Page), ("rank", link.Rank)]);
            }
        }
    }

    private void Elements(string table, int owner, IEnumerable<string> elements)
    {
        foreach (var element in elements)
        {
            Insert(table, 0, owner, [("", element)]);
        }
    }

    private void Insert(string table, int id, int owner, (string Field, object? Value)[] values)
    {
        var set = values.Where(each => each.Value is not null).ToList();
        Run(
            $"insert into {Quote(table)} (id, {Quote(Owner)}{string.Concat(set.Select(each => ", " + Quote(ColumnOf(each.Field))))}) values ({id}, {owner}{string.Concat(set.Select((each, index) => $", {Cast(each.Field, each.Value!, index)}"))})",
            set.Select((each, index) => new SqlParameter { Name = $"@p{index}", Value = Stored(each.Field, each.Value!) }));
    }

    private string Cast(string field, object value, int index) => (isPostgreSql, value) switch
    {
        (true, LocalDate) => $"cast(@p{index} as date)",
        (true, Instant) when TypeOf(field) == "timestamptz" => $"cast(@p{index} as timestamptz)",
        _ => $"@p{index}",
    };

    private object Stored(string field, object value) => value switch
    {
        LocalDate date => LocalDatePattern.Iso.Format(date),
        Instant instant when TypeOf(field) == "timestamptz" => InstantPattern.ExtendedIso.Format(instant),
        Instant instant => (instant - NodaConstants.UnixEpoch).BclCompatibleTicks / 10,
        decimal number when !isPostgreSql => (double)number,
        _ => value,
    };

    private void Run(string text, IEnumerable<SqlParameter> parameters)
    {
        using var command = Command(text, parameters);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(string text, IEnumerable<SqlParameter> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var each in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (each.Name, each.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
