const texts = {
  photo: 'Photo',
  signedBy: 'Signature de {{name}}',
  enlarge: '{{title}} : agrandir',
  takenAt: 'Prise le {{when}}',
  download: 'Télécharger',
};

export type AttachmentTexts = typeof texts;
export default texts;
