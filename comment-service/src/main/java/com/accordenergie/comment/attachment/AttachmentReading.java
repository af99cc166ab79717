package com.accordenergie.comment.attachment;

import com.accordenergie.comment.Admissions;
import com.accordenergie.comment.AttachmentView;
import com.accordenergie.comment.Visibility;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.paging.Page;
import com.accordenergie.platform.paging.PageRequest;
import com.accordenergie.platform.problem.Problems;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the ways of staff and clients part. What was removed is there for nobody. */
@Component
class AttachmentReading {

  private final Admissions admissions;
  private final Attachments attachments;
  private final StaffAttachments forStaff;
  private final ClientAttachments forClients;
  private final Clock clock;

  AttachmentReading(
      Admissions admissions,
      Attachments attachments,
      StaffAttachments forStaff,
      ClientAttachments forClients,
      Clock clock) {
    this.admissions = admissions;
    this.attachments = attachments;
    this.forStaff = forStaff;
    this.forClients = forClients;
    this.clock = clock;
  }

  Page<?> page(Caller reader, UUID interventionId, PageRequest request) {
    admissions.admit(reader, interventionId);
    var page = AttachmentPage.of(interventionId, request);
    return reader.isClient()
        ? forClients.read(reader, page, clock.instant())
        : forStaff.read(reader, page, clock.instant());
  }

  AttachmentView view(Caller reader, UUID id) {
    AttachmentView view = findView(reader, id).orElseThrow(admissions::notFound);
    admissions.admit(reader, view.interventionId());
    return view;
  }

  /** What the reader has just attached: theirs to see, whoever may no longer be asked meanwhile. */
  AttachmentView own(Caller reader, UUID id) {
    return findView(reader, id).orElseThrow(Problems::notFound);
  }

  private Optional<? extends AttachmentView> findView(Caller reader, UUID id) {
    return reader.isClient()
        ? forClients.find(reader, id, clock.instant())
        : forStaff.find(reader, id, clock.instant());
  }

  /** The attachment whose picture the reader may see. */
  Attachment picture(Caller reader, UUID id) {
    Attachment attachment = find(reader, id);
    admissions.admit(reader, attachment.interventionId());
    return attachment;
  }

  /** 404 whether it is internal and the caller a client, removed or unknown; not whether foreign. */
  Attachment find(Caller caller, UUID id) {
    return (caller.isClient()
            ? attachments.findByIdAndVisibility(id, Visibility.PUBLIC)
            : attachments.findById(id))
        .filter(attachment -> !attachment.isRemoved())
        .orElseThrow(admissions::notFound);
  }
}
