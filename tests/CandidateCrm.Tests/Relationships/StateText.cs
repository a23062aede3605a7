using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Writes a value out, property by property, so that two values can be compared and a difference read.</summary>
internal static class StateText
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = [];

    /// <summary>The state without what the store gave it.</summary>
    internal static string Of(Relationship relationship) => Of((object)(relationship with { Revision = 0 }));

    internal static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, string.Empty);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, string indent)
    {
        switch (value)
        {
            case null:
                text.AppendLine("-");
                break;
            case string or IFormattable or bool:
                text.AppendLine(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case AttributeValue attribute:
                text.AppendLine(attribute.IsNone ? "none" : AttributeWords.Of(attribute));
                break;
            case IEnumerable items:
                text.AppendLine();
                foreach (var item in items)
                {
                    text.Append(indent).Append("* ");
                    Write(text, item, indent + "  ");
                }

                break;
            default:
                WriteMembers(text, value, indent);
                break;
        }
    }

    private static void WriteMembers(StringBuilder text, object value, string indent)
    {
        if (value.GetType() is { IsValueType: true } type && type.GetProperty("IsAssigned") is not null)
        {
            text.AppendLine(value.ToString());
            return;
        }

        text.AppendLine();
        foreach (var property in Members.GetOrAdd(value.GetType(), MembersOf))
        {
            text.Append(indent).Append(property.Name).Append(": ");
            Write(text, property.GetValue(value), indent + "  ");
        }
    }

    private static PropertyInfo[] MembersOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)];
}
