using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Lifecycle;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The roles in the document of a relationship.</summary>
internal static class RolesJson
{
    private const uint Must = 1u << (int)Member.Role;
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Role,
        Since,
        Visits,
        Nanos,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<RoleState> roles)
    {
        if (roles.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("roles"u8);
        foreach (var role in roles)
        {
            writer.WriteStartObject();
            writer.Code("role"u8, role.Role);
            writer.Micros("since"u8, role.Since);
            writer.Count("visits"u8, role.Visits);
            if (role.Total != Duration.Zero)
            {
                writer.Nanos("nanos"u8, role.Total);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<RoleState> Read(ref DocumentReader reader)
    {
        var roles = ImmutableArray.CreateBuilder<RoleState>(4);
        reader.OpenArray();
        while (reader.NextElement())
        {
            roles.Add(Role(ref reader));
        }

        return roles.DrainToImmutable();
    }

    private static RoleState Role(ref DocumentReader reader)
    {
        var role = new RoleState { Role = default, Visits = 0 };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            role = (Member)members.Current switch
            {
                Member.Role => role with { Role = reader.Code<PersonRole>() },
                Member.Since => role with { Since = reader.Micros() },
                Member.Visits => role with { Visits = reader.Count() },
                Member.Nanos => role with { Total = reader.Nanos() },
                _ => throw DocumentFault.UnknownMember("roles"),
            };
        }

        members.Require(Must, "A role");
        return role;
    }
}
