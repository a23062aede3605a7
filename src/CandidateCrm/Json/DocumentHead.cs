using System.Text.Json;
using CandidateCrm.Candidates;

namespace CandidateCrm.Json;

/// <summary>What a document of a candidate begins with: its version, and whose it is. A reader's own members follow these three.</summary>
internal struct DocumentHead(DocumentForm form)
{
    private TenantId _tenant;
    private CandidateId _candidate;

    /// <summary>The members, numbered as in every reader that begins with them.</summary>
    internal enum Member
    {
        Schema,
        Tenant,
        Candidate,
    }

    internal readonly RelationshipKey Key => new(_tenant, _candidate);

    internal static void Write(Utf8JsonWriter writer, DocumentForm form, RelationshipKey key)
    {
        form.Write(writer);
        writer.WriteString("tenant"u8, key.Tenant.Value);
        writer.WriteString("candidate"u8, key.Candidate.Value);
    }

    /// <summary>Takes the member at which the reader stands; says no for one that belongs to the rest.</summary>
    internal bool Take(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Schema:
                form.Check(reader.Long());
                return true;
            case Member.Tenant:
                _tenant = reader.Code<TenantId>();
                return true;
            case Member.Candidate:
                _candidate = reader.Code<CandidateId>();
                return true;
            default:
                return false;
        }
    }
}
